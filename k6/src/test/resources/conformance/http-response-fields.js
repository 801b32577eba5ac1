// covers: Response.status_text, Response.proto, Response.remote_ip, Response.remote_port, Response.tls_version
// console: INFO 200 OK|HTTP/1.1|127.0.0.1|80||
// console: INFO 200 OK|HTTP/2.0|127.0.0.1|443|tls1.3|TLS_AES_128_GCM_SHA256
// wire-console: INFO 200 OK|HTTP/1.1|127.0.0.1|#||
// wire-console: INFO 200 OK|HTTP/2.0|127.0.0.1|#|tls1.3|TLS_AES_128_GCM_SHA256
// sample: http_reqs{tls_version:tls1.3, proto:HTTP/2.0} 1
// sample: http_reqs{tls_version:-} 1
import http from 'k6/http';

export default function () {
  for (const url of [`${__ENV.BASE_URL}/text`, `${__ENV.SECURE_URL}/text`]) {
    const r = http.get(url);
    console.log([r.status_text, r.proto, r.remote_ip, r.remote_port, r.tls_version, r.tls_cipher_suite].join('|'));
  }
}
