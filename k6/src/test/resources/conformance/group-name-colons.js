// covers: k6.group, names with ::
// error: Error: group and check names may not contain '::'
import { group } from 'k6';

export default function () {
  group('a::b', () => {});
}
