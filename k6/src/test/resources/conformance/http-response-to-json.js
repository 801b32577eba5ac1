// covers: Response
// console: INFO remote_ip,remote_port,url,status,status_text,proto,headers,cookies,body,timings,tls_version,tls_cipher_suite,ocsp,error,error_code,request
import http from 'k6/http';

export default function () {
  console.log(Object.keys(JSON.parse(JSON.stringify(http.get(`${__ENV.BASE_URL}/text`)))).join());
}
