// covers: import of CommonJS files
// console: INFO cjs
import common from './lib/common.js';

export default function () {
  console.log(common.name);
}
