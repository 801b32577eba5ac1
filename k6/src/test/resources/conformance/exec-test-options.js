// covers: k6/execution.test.options
// console: INFO undefined undefined
// console: INFO shared-iterations 1 null
// console: INFO true true
import { test } from 'k6/execution';

export default function () {
  const { options } = test;
  console.log(options.vus, options.iterations);
  const scenario = options.scenarios.default;
  console.log(scenario.executor, scenario.iterations, scenario.maxDuration);
  console.log(Object.isFrozen(options), Object.isFrozen(scenario));
}
