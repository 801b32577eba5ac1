// covers: redirects, Response.url
// console: INFO 200 http://shop.test/echo GET http://shop.test/redirect/2
// sample: http_reqs{status:302} 2
// sample: http_reqs{status:200, name:http://shop.test/echo} 1
// hops: 3
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/redirect/2`);
  console.log(res.status, res.url, res.request.method, res.request.url);
}
