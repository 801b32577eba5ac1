// covers: k6.check, a condition that throws
// check: before 1/0
// check: broken 0/1
// error: TypeError: Cannot read property 'x' of null
// error-at: 11:20
import { check } from 'k6';

export default function () {
  check(null, {
    before: true,
    broken: (v) => v.x === 1,
    after: true,
  });
}
