// covers: k6/http.post, body object nested
// console: WARN (runner) the value of "user" in the body is an object: form fields are text; use JSON.stringify for the body
// console: INFO user=map%5Bid%3A1%5D
import http from 'k6/http';

export default function () {
  console.log(http.post(`${__ENV.BASE_URL}/echo`, { user: { id: 1 } }).json().body);
}
