// covers: k6/execution.test.abort in the init stage
// init-error: test aborted: not today
import exec from 'k6/execution';

exec.test.abort('not today');

export default function () {}
