// covers: k6/metrics, only in the init stage
// error: Error: metrics must be declared in the init context
import { Counter } from 'k6/metrics';

export default function () {
  new Counter('late');
}
