// covers: k6.check
// run: 2 iterations
// check: yes 2/0
// check: no 0/2
// check: literal true 2/0
// check: literal empty 0/2
// console: INFO false
// console: INFO false
// sample: checks{check:yes, group:, scenario:default} 2
import { check } from 'k6';

export default function () {
  console.log(check(1, {
    yes: (v) => v === 1,
    no: (v) => v === 2,
    'literal true': true,
    'literal empty': '',
  }));
}
