// covers: k6/http.post, body string
// console: INFO {"a":1} undefined
import http from 'k6/http';

export default function () {
  const res = http.post(`${__ENV.BASE_URL}/echo`, JSON.stringify({ a: 1 })).json();
  console.log(res.body, res.headers['content-type']);
}
