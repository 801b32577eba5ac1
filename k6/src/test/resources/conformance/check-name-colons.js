// covers: k6.check, names with ::
// error: Error: group and check names may not contain '::'
import { check } from 'k6';

export default function () {
  check(1, { 'a::b': true });
}
