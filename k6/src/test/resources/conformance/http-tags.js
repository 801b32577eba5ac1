// covers: params.tags, tag name
// sample: http_reqs{kind:api, name:Echo, url:Echo, n:5} 1
// time: http_req_duration{kind:api} 12
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/echo?id=1`, { tags: { kind: 'api', name: 'Echo', n: 5 } });
}
