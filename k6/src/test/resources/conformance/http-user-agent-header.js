// covers: params.headers
// check: own agent 1/0
import http from 'k6/http';
import { check } from 'k6';

export default function () {
  const { headers } = http.get(`${__ENV.BASE_URL}/echo`, { headers: { 'user-agent': 'mine' } }).json();
  check(headers, { 'own agent': (h) => h['user-agent'] === 'mine' });
}
