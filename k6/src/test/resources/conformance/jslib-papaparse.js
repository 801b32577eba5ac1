// covers: jslib papaparse
// console: INFO [{"id":"1","name":"ann"},{"id":"2","name":"bob"}]
import papaparse from 'https://jslib.k6.io/papaparse/5.1.1/index.js';
import { SharedArray } from 'k6/data';

const users = new SharedArray('users', () => papaparse.parse(open('./data/users.csv'), { header: true, skipEmptyLines: true }).data);

export default function () {
  console.log(JSON.stringify(users));
}
