// covers: k6/http.post, body object with a content type of its own
// console: INFO n=1
// console: INFO application/json
import http from 'k6/http';

export default function () {
  const res = http.post(`${__ENV.BASE_URL}/echo`, { n: 1 }, { headers: { 'Content-Type': 'application/json' } }).json();
  console.log(res.body);
  console.log(res.headers['content-type']);
}
