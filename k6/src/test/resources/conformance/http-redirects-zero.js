// covers: params.redirects
// console: INFO 302 /redirect/1
// hops: 1
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/redirect/2`, { redirects: 0 });
  console.log(res.status, res.headers.Location);
}
