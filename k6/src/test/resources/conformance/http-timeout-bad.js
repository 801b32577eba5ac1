// covers: params.timeout
// error: Error: invalid timeout value soon: expected milliseconds or a duration such as "10s"
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/text`, { timeout: 'soon' });
}
