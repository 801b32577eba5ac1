// covers: Response.timings
// console: INFO {"duration":12,"blocked":1,"looking_up":0,"connecting":2,"tls_handshaking":0,"sending":0.5,"waiting":10,"receiving":1.5}
// wire-console: INFO {"duration":#,"blocked":#,"looking_up":0,"connecting":#,"tls_handshaking":0,"sending":#,"waiting":#,"receiving":#}
import http from 'k6/http';

export default function () {
  console.log(JSON.stringify(http.get(`${__ENV.BASE_URL}/text`).timings));
}
