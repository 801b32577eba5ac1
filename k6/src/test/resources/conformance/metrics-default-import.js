// covers: k6/metrics default export
// value: dd 1
import metrics from 'k6/metrics';

const d = new metrics.Counter('dd');

export default function () {
  d.add(true);
}
