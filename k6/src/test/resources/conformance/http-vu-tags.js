// covers: k6/execution.vu.metrics.tags, tags of requests
// sample: http_reqs{build:7} 1
// sample: http_reqs{build:-} 1
import http from 'k6/http';
import exec from 'k6/execution';

export default function () {
  exec.vu.metrics.tags.build = 7;
  http.get(`${__ENV.BASE_URL}/text`);
  delete exec.vu.metrics.tags.build;
  http.get(`${__ENV.BASE_URL}/text`);
}
