// covers: k6.group, async function
// error: TypeError: group() does not support async functions as arguments
import { group } from 'k6';

export default function () {
  group('g', async () => {});
}
