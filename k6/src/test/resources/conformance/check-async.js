// covers: k6.check, async condition
// check: late 0/1
// error: TypeError: check() does not support async functions as arguments
import { check } from 'k6';

export default function () {
  check(1, { late: async () => true });
}
