// covers: k6/metrics, names
// init-error: Invalid metric name: 'my metric'
import { Counter } from 'k6/metrics';

new Counter('my metric');

export default function () {}
