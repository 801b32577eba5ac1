// covers: k6/metrics.Counter, k6/metrics.Gauge, k6/metrics.Rate, k6/metrics.Trend
// value: my_counter 3
// sample: my_counter{scenario:default, group:} 2
// value: my_gauge 7
// value: my_rate 2
// sample: my_rate 4
// value: my_trend{kind:x} 1.5
// console: INFO my_counter true
import { Counter, Gauge, Rate, Trend } from 'k6/metrics';

const counter = new Counter('my_counter');
const gauge = new Gauge('my_gauge');
const rate = new Rate('my_rate');
const trend = new Trend('my_trend', true);

export default function () {
  counter.add(1);
  console.log(counter.name, counter.add(2));
  gauge.add(7);
  rate.add(true);
  rate.add(0);
  rate.add(false);
  rate.add(5);
  trend.add(1.5, { kind: 'x' });
}
