// covers: k6/http.get, params.headers, params.headers trimmed, options.userAgent
// check: custom 1/0
// check: number 1/0
// check: trimmed 1/0
// check: agent 1/0
// check: no accept 1/0
import http from 'k6/http';
import { check } from 'k6';

export default function () {
  const { headers } = http.get(`${__ENV.BASE_URL}/echo`, {
    headers: { 'X-Custom': 'a', 'X-Number': 12, Authorization: 'Bearer ' },
  }).json();
  check(headers, {
    custom: (h) => h['x-custom'] === 'a',
    number: (h) => h['x-number'] === '12',
    trimmed: (h) => h.authorization === 'Bearer',
    agent: (h) => h['user-agent'] === 'Grafana k6/2.2.0',
    'no accept': (h) => h.accept === undefined && h['accept-encoding'] === undefined,
  });
}
