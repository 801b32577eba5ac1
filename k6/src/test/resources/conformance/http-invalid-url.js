// covers: invalid URL, error code 1020
// console: WARN (runner) Request Failed error="Get \"nonsense\": invalid URL"
// console: INFO 0 1020 invalid URL
// hops: 0
import http from 'k6/http';

export default function () {
  const res = http.get('nonsense');
  console.log(res.status, res.error_code, res.error);
}
