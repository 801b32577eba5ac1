// covers: k6/execution.scenario
// console: INFO default shared-iterations 1700000000000 0.5 7 8
// wire-console: INFO default shared-iterations # # 0 0
import exec from 'k6/execution';

export default function () {
  const s = exec.scenario;
  console.log(s.name, s.executor, s.startTime, s.progress, s.iterationInInstance, s.iterationInTest);
}
