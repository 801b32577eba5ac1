// covers: ES module imports, local files
// console: INFO 3 helper 4
import { add, name } from './lib/helper.js';
import four from './lib/four.js';

export default function () {
  console.log(add(1, 2), name, four);
}
