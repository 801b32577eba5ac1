// covers: modules are evaluated once per user
// console: INFO true
import four from './lib/four.js';
import { counter as a } from './lib/counter.js';
import { counter as b } from './lib/../lib/counter.js';

export default function () {
  console.log(a === b && four === 4);
}
