// covers: k6.check
// error: TypeError: check() needs an object of names and conditions as its second argument
import { check } from 'k6';

export default function () {
  check(1, 'status is 200');
}
