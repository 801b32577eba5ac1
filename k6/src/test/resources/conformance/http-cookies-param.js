// covers: params.cookies
// console: INFO mine=1; theirs=2
// console: INFO theirs=3
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/set-cookie?theirs%3D2`);
  console.log(http.get(`${__ENV.BASE_URL}/cookies`, { cookies: { mine: 1 } }).body);
  console.log(http.get(`${__ENV.BASE_URL}/cookies`, { cookies: { theirs: { value: 3, replace: true } } }).body);
}
