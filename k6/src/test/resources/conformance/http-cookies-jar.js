// covers: cookies, cookie jar per VU
// run: 2 iterations
// console: INFO 
// console: INFO a=1; b=2
// console: INFO 
// console: INFO a=1; b=2
import http from 'k6/http';

export default function () {
  const url = `${__ENV.BASE_URL}/cookies`;
  console.log(http.get(url).body);
  http.get(`${__ENV.BASE_URL}/set-cookie?a%3D1&b%3D2`);
  console.log(http.get(url).body);
}
