// covers: k6/http.asyncRequest, async default function
// console: INFO 200 hello wörld
// sample: http_reqs 1
import http from 'k6/http';

export default async function () {
  const res = await http.asyncRequest('GET', `${__ENV.BASE_URL}/text`);
  console.log(res.status, res.body);
}
