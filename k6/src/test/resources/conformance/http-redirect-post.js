// covers: redirects of POST, 303 and 307
// console: INFO GET null
// console: INFO POST a=1
// sample: http_reqs{method:POST} 3
// sample: http_reqs{method:GET} 1
import http from 'k6/http';

export default function () {
  const show = (res) => console.log(res.json('method'), res.json('body'));
  show(http.post(`${__ENV.BASE_URL}/redirect-to/303?url=/echo`, { a: 1 }));
  show(http.post(`${__ENV.BASE_URL}/redirect-to/307?url=/echo`, { a: 1 }));
}
