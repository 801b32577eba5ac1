// covers: k6/http.batch array
// console: INFO 200,404,200
// sample: http_reqs 3
// hops: 3
import http from 'k6/http';

export default function () {
  const responses = http.batch([
    ['GET', `${__ENV.BASE_URL}/text`],
    { method: 'POST', url: `${__ENV.BASE_URL}/status/404`, body: 'x' },
    `${__ENV.BASE_URL}/text`,
  ]);
  console.log(responses.map((r) => r.status).join());
}
