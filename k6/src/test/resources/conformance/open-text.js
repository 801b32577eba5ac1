// covers: open
// console: INFO id,name|1,ann
import { SharedArray } from 'k6/data';

const text = open('./data/users.csv');
const lines = new SharedArray('lines', () => open('data/users.csv').trim().split('\n'));

export default function () {
  console.log(lines.join('|').slice(0, 13) === text.slice(0, 7) + '|1,ann' ? 'id,name|1,ann' : text);
}
