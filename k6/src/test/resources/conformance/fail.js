// covers: k6.fail
// error: Error: no stock
// error-at: 10:3
// console: INFO before
import { fail } from 'k6';

export default function () {
  console.log('before');
  // the innermost frame is the script's own
  fail('no stock');
}
