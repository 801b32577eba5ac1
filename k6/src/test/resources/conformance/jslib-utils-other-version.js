// covers: jslib, any version
// console: INFO 5
import { randomString } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';

export default function () {
  console.log(randomString(5).length);
}
