// covers: jslib k6-utils normalDistributionStages
// console: INFO 12 0 0s
import { normalDistributionStages } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';

export default function () {
  const stages = normalDistributionStages(10, 100);
  console.log(stages.length, stages.at(-1).target, stages[0].duration);
}
