// covers: k6/metrics.add, values that are no numbers
// console: WARN (runner) 'undefined' is an invalid value for metric 'c1', a number or a boolean value is expected
// console: WARN (runner) 'null' is an invalid value for metric 'c1', a number or a boolean value is expected
// console: WARN (runner) 'NaN' is an invalid value for metric 'c1', a number or a boolean value is expected
// sample: c1 1
// value: c1 2.5
import { Counter } from 'k6/metrics';

const c = new Counter('c1');
const d = new Counter('c1');

export default function () {
  c.add();
  c.add(null);
  c.add(NaN);
  d.add('2.5');
}
