// covers: error codes
// console: WARN (runner) Request Failed error="Get \"http://shop.test/fail/DIAL_TIMEOUT\": dial: i/o timeout"
// console: INFO 1211
import http from 'k6/http';

export default function () {
  console.log(http.get(__ENV.FAIL_DIAL_TIMEOUT).error_code);
}
