// covers: Response.json
// error: Error: cannot parse json due to an error
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/text`).json();
}
