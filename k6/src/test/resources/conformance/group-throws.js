// covers: k6.group, a function that throws
// sample: group_duration{group:::g} 1
// check: after 1/0
// console: INFO caught
import { check, group } from 'k6';

export default function () {
  try {
    group('g', () => { throw new Error('x'); });
  } catch (e) {
    console.log('caught');
  }
  check(1, { after: true });
}
