// covers: k6/http.batch, transport failure
// console: WARN (runner) Request Failed error="Get \"http://shop.test/fail/REFUSED\": dial: connection refused"
// console: INFO 0 200
import http from 'k6/http';

export default function () {
  const r = http.batch([__ENV.FAIL_REFUSED, `${__ENV.BASE_URL}/text`]);
  console.log(r[0].status, r[1].status);
}
