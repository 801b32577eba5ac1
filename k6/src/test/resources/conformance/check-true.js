// covers: k6.check
// check: a 1/0
// console: INFO true
import { check } from 'k6';

export default function () {
  console.log(check(null, { a: (v) => v === null }));
}
