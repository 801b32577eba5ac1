// covers: group tag of requests
// sample: http_reqs{group:::outer::inner} 1
// sample: group_duration{group:::outer::inner} 1
// sample: group_duration{group:::outer} 1
import http from 'k6/http';
import { group } from 'k6';

export default function () {
  group('outer', () => group('inner', () => http.get(`${__ENV.BASE_URL}/text`)));
}
