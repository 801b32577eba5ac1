// covers: k6/execution.vu
// console: INFO 1 1 3 2
// console: INFO {"group":"","scenario":"default"} default
// wire-console: INFO 1 1 0 0
// wire-console: INFO {"group":"","scenario":"default"} default
import exec from 'k6/execution';

export default function () {
  const { vu } = exec;
  console.log(vu.idInInstance, vu.idInTest, vu.iterationInInstance, vu.iterationInScenario);
  console.log(JSON.stringify(vu.tags), vu.metrics.tags.scenario);
}
