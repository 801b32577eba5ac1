// covers: setup, group tag
// sample: http_reqs{group:::setup, scenario:-} 1
// sample: http_reqs{group:::teardown, scenario:-} 1
import http from 'k6/http';

export function setup() {
  http.get(`${__ENV.BASE_URL}/text`);
}

export default function () {}

export function teardown() {
  http.get(`${__ENV.BASE_URL}/text`);
}
