// covers: k6/http.batch
// error: TypeError: batch request 1 doesn't have a url key
// hops: 0
import http from 'k6/http';

export default function () {
  http.batch([`${__ENV.BASE_URL}/text`, { method: 'GET' }]);
}
