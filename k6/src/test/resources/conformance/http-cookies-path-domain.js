// covers: cookies, RFC 6265 matching
// console: INFO top=1
// console: INFO 
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/set-cookie?top%3D1%3B+Path%3D%2F&deep%3D2%3B+Path%3D%2Fdeep&safe%3D3%3B+Secure&alien%3D4%3B+Domain%3Delse.test`);
  console.log(http.get(`${__ENV.BASE_URL}/cookies`).body);
  console.log(http.get(`http://${__ENV.OTHER}/cookies`).body);
}
