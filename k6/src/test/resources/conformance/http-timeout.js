// covers: params.timeout
// hops: 3
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/text`, { timeout: 500 });
  http.get(`${__ENV.BASE_URL}/text`, { timeout: '1m30s' });
  http.get(`${__ENV.BASE_URL}/text`, { timeout: '250' });
}
