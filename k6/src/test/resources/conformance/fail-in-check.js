// covers: k6.fail, k6.check
// check: status is 200 0/1
// error: Error: status code was *not* 200
import { check, fail } from 'k6';

export default function () {
  if (!check(500, { 'status is 200': (s) => s === 200 })) fail('status code was *not* 200');
}
