// covers: k6/data.SharedArray
// console: INFO 3 b {"n":"a"},{"n":"b"},{"n":"c"}
// console: INFO true a,b,c
// console: INFO undefined true
// console: INFO c b
// console: INFO a-b-c
import { SharedArray } from 'k6/data';

const data = new SharedArray('users', () => [{ n: 'a' }, { n: 'b' }, { n: 'c' }]);

export default function () {
  console.log(data.length, data[1].n, data.map((one) => JSON.stringify(one)).join());
  const names = [];
  for (const one of data) names.push(one.n);
  console.log(Array.isArray(data), names.join());
  console.log(data[3], 2 in data);
  console.log(data.at(-1).n, data.find((one) => one.n > 'a').n);
  const all = [];
  data.forEach((one) => all.push(one.n));
  console.log(all.join('-'));
}
