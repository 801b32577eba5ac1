// covers: k6/timers
// console: INFO done
import { setTimeout } from 'k6/timers';

export default async function () {
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  console.log('done');
}
