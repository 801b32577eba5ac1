// covers: k6/http.post, body object
// console: INFO a=1&b=x+y%26z&c=1&c=2&d=%3Cnil%3E
// console: INFO application/x-www-form-urlencoded
import http from 'k6/http';

export default function () {
  const res = http.post(`${__ENV.BASE_URL}/echo`, { b: 'x y&z', a: 1, c: [1, 2], d: null }).json();
  console.log(res.body);
  console.log(res.headers['content-type']);
}
