// covers: k6/execution.test.fail
// mark: failed
// console: ERROR (runner) test marked as failed: wrong total
// console: INFO goes on
import exec from 'k6/execution';

export default function () {
  exec.test.fail('wrong total');
  console.log('goes on');
}
