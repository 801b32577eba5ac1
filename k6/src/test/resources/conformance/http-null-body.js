// covers: k6/http.post, body null
// console: INFO null false undefined
import http from 'k6/http';

export default function () {
  const res = http.post(`${__ENV.BASE_URL}/echo`, null).json();
  console.log(res.body, res.chunked, res.headers['content-type']);
}
