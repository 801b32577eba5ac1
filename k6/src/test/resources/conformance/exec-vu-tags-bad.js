// covers: k6/execution.vu.metrics.tags
// error: TypeError: only String, Boolean and Number types are accepted as a metric tag value
import exec from 'k6/execution';

export default function () {
  exec.vu.metrics.tags.bad = { a: 1 };
}
