// covers: k6.check tags
// sample: checks{check:a, kind:x, n:1} 1
import { check } from 'k6';

export default function () {
  check(1, { a: true }, { kind: 'x', n: 1 });
}
