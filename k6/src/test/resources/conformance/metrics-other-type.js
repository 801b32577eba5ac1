// covers: k6/metrics, same name and another type
// init-error: metric 'same' already exists but with type
import { Counter, Rate } from 'k6/metrics';

new Counter('same');
new Rate('same');

export default function () {}
