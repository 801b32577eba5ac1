// covers: k6/execution.test.options
// console: INFO 1 1
import { test } from 'k6/execution';

export default function () {
  console.log(test.options.vus, test.options.iterations);
}
