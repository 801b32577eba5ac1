// covers: k6/metrics, no value to read
// console: INFO undefined undefined
import { Rate } from 'k6/metrics';

const r = new Rate('rr');

export default function () {
  r.add(1);
  console.log(r.value, r.rate);
}
