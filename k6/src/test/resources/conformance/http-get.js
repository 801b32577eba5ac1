// covers: k6/http.get, Response.status, Response.body
// check: status 1/0
// check: body 1/0
// sample: http_reqs{method:GET, status:200, name:http://shop.test/text, url:http://shop.test/text, group:, scenario:default, proto:HTTP/1.1, expected_response:true, error_code:-, error:-} 1
// time: http_req_duration 12
// value: http_req_failed 0
// sample: http_req_failed 1
// hops: 1
import http from 'k6/http';
import { check } from 'k6';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/text`);
  check(res, {
    status: (r) => r.status === 200,
    body: (r) => r.body === 'hello wörld',
  });
}
