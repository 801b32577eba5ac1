// covers: http_req_failed, Response.error_code, error_code tag
// console: INFO 404 1404 ""
// sample: http_reqs{status:404, error_code:1404, expected_response:false} 1
// value: http_req_failed 1
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/status/404`);
  console.log(res.status, res.error_code, JSON.stringify(res.error));
}
