// covers: k6.sleep
// slept: 1.75
import { sleep } from 'k6';

export default function () {
  sleep(1.5);
  sleep('0.25');
  sleep(0);
  sleep(-1);
  sleep();
}
