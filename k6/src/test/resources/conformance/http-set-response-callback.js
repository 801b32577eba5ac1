// covers: k6/http.setResponseCallback
// value: http_req_failed 1
// sample: http_req_failed 2
import http from 'k6/http';

http.setResponseCallback(http.expectedStatuses(404));

export default function () {
  http.get(`${__ENV.BASE_URL}/status/404`);
  http.get(`${__ENV.BASE_URL}/status/200`);
}
