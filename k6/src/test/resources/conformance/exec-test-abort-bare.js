// covers: k6/execution.test.abort
// error: test aborted
// mark: test aborted
import exec from 'k6/execution';

export default function () {
  exec.test.abort();
}
