// covers: k6.group
// console: INFO 42
// sample: group_duration{group:::g} 1
import { group } from 'k6';

export default function () {
  console.log(group('g', () => 42));
}
