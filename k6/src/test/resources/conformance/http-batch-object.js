// covers: k6/http.batch object
// console: INFO front,api 200 POST
// sample: http_reqs{kind:api} 1
import http from 'k6/http';

export default function () {
  const r = http.batch({
    front: `${__ENV.BASE_URL}/text`,
    api: ['POST', `${__ENV.BASE_URL}/echo`, { a: 1 }, { tags: { kind: 'api' } }],
  });
  console.log(Object.keys(r).join(), r.front.status, r.api.json('method'));
}
