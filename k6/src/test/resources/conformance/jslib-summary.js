// covers: jslib k6-summary textSummary, jUnit
// console: INFO ✓ http_reqs...: 10 5/s|✗ my_trend....: avg=1.5ms min=1ms med=1.5ms max=2ms p(95)=2ms
// console: INFO 2 1 true
import { textSummary, jUnit } from 'https://jslib.k6.io/k6-summary/0.0.2/index.js';

const data = {
  root_group: { name: '', path: '', groups: [], checks: [] },
  options: {},
  metrics: {
    http_reqs: { type: 'counter', contains: 'default', values: { count: 10, rate: 5 }, thresholds: { 'count>1': { ok: true } } },
    my_trend: {
      type: 'trend', contains: 'time', values: { avg: 1.5, min: 1, med: 1.5, max: 2, 'p(95)': 2 }, thresholds: { 'avg<1': { ok: false } },
    },
  },
};

export default function () {
  console.log(textSummary(data, { indent: '', enableColors: false }).split('\n').join('|'));
  const xml = jUnit(data);
  console.log(xml.match(/<testcase/g).length, xml.match(/<failure/g).length, xml.includes('my_trend - avg&lt;1'));
}
