// covers: transport failure, Response.error, Response.error_code, Response.body
// console: WARN (runner) Request Failed error="Get \"http://shop.test/fail/REFUSED\": dial: connection refused"
// console: INFO 0 1212 dial: connection refused null
// sample: http_reqs{status:0, error_code:1212, error:dial: connection refused, proto:-, expected_response:false} 1
// value: http_req_failed 1
import http from 'k6/http';

export default function () {
  const res = http.get(__ENV.FAIL_REFUSED);
  console.log(res.status, res.error_code, res.error, res.body);
}
