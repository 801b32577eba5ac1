// covers: k6 default export
// check: a 1/0
// slept: 1
import k6 from 'k6';

export default function () {
  k6.check(1, { a: true });
  k6.sleep(1);
}
