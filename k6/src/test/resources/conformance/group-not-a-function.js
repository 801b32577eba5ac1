// covers: k6.group
// error: TypeError: group() needs a function as its second argument
import { group } from 'k6';

export default function () {
  group('g');
}
