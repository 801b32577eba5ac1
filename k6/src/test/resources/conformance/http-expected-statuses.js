// covers: k6/http.expectedStatuses, params.responseCallback
// sample: http_req_failed{expected_response:true, status:404} 1
// value: http_req_failed 1
import http from 'k6/http';

export default function () {
  const only = http.expectedStatuses(201, { min: 400, max: 404 });
  http.get(`${__ENV.BASE_URL}/status/404`, { responseCallback: only });
  http.get(`${__ENV.BASE_URL}/status/200`, { responseCallback: only });
}
