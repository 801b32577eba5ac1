// covers: k6/http.asyncRequest
// console: INFO 200,404
// hops: 2
import http from 'k6/http';

export default async function () {
  const both = await Promise.all([
    http.asyncRequest('GET', `${__ENV.BASE_URL}/text`),
    http.asyncRequest('POST', `${__ENV.BASE_URL}/status/404`, 'x'),
  ]);
  console.log(both.map((r) => r.status).join());
}
