// covers: k6.group
// console: INFO after
import { group } from 'k6';

export default function () {
  group('g', () => {
    if (true) return;
    console.log('never');
  });
  console.log('after');
}
