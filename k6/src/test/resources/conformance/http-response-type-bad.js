// covers: params.responseType
// error: Error: invalid responseType 'json': expected text, binary or none
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/text`, { responseType: 'json' });
}
