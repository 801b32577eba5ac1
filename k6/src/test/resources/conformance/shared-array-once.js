// covers: k6/data.SharedArray, made once per process
// console: INFO true
import { SharedArray } from 'k6/data';

const here = Math.random();
const data = new SharedArray('once', () => [here]);

export default function () {
  // the user's own init stage drew another number
  console.log(data[0] !== here);
}
