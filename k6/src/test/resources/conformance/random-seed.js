// covers: k6.randomSeed
// console: INFO true true
import { randomSeed } from 'k6';

export default function () {
  randomSeed(123);
  const first = [Math.random(), Math.random()];
  randomSeed(123);
  console.log(first[0] === Math.random() && first[1] === Math.random(), first[0] !== first[1]);
}
