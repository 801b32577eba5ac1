// covers: k6/execution.test.abort
// error: test aborted: enough
// mark: test aborted: enough
// console: INFO before
import exec from 'k6/execution';

export default function () {
  console.log('before');
  exec.test.abort('enough');
  console.log('after');
}
