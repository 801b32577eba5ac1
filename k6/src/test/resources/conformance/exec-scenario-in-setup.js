// covers: k6/execution.scenario in setup
// init-error: getting scenario information outside of the VU context is not supported
import exec from 'k6/execution';

export function setup() {
  return exec.scenario.name;
}

export default function () {}
