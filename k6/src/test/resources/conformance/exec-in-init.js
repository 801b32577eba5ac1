// covers: k6/execution in the init stage
// init-error: getting scenario information in the init context is not supported
import exec from 'k6/execution';

exec.scenario.name;

export default function () {}
