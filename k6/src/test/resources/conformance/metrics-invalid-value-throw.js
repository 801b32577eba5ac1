// covers: k6/metrics.add, options.throw
// option: throw
// error: Error: 'x' is an invalid value for metric 'cc', a number or a boolean value is expected
import { Counter } from 'k6/metrics';

const c = new Counter('cc');

export default function () {
  c.add('x');
}
