// covers: k6/http.post, body empty object
// console: INFO [] true application/x-www-form-urlencoded
import http from 'k6/http';

export default function () {
  const res = http.post(`${__ENV.BASE_URL}/echo`, {}).json();
  console.log(`[${res.body}] ${res.chunked} ${res.headers['content-type']}`);
}
