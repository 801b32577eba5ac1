// covers: options.noCookiesReset
// option: noCookiesReset
// run: 2 iterations
// console: INFO 
// console: INFO a=1
import http from 'k6/http';

export default function () {
  console.log(http.get(`${__ENV.BASE_URL}/cookies`).body);
  http.get(`${__ENV.BASE_URL}/set-cookie?a%3D1`);
}
