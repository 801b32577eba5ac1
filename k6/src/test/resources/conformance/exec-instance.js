// covers: k6/execution.instance
// console: INFO 0 5 1 1 1234.5
// wire-console: INFO 0 0 1 1 #
import { instance as i } from 'k6/execution';

export default function () {
  console.log(i.iterationsInterrupted, i.iterationsCompleted, i.vusActive, i.vusInitialized, i.currentTestRunDuration);
}
