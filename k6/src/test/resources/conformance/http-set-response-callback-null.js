// covers: k6/http.setResponseCallback
// sample: http_req_failed 0
// sample: http_reqs 1
import http from 'k6/http';

http.setResponseCallback(null);

export default function () {
  http.get(`${__ENV.BASE_URL}/status/500`);
}
