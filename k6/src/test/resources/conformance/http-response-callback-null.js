// covers: params.responseCallback null
// sample: http_req_failed 0
// sample: http_reqs{expected_response:-} 1
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/status/500`, { responseCallback: null });
}
