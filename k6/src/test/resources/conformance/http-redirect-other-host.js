// covers: redirects, Authorization across hosts
// console: INFO undefined http://other.test/echo
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/redirect-to/302?url=http%3A%2F%2Fother.test%2Fecho`, { headers: { Authorization: 'secret' } });
  console.log(res.json('headers.authorization'), res.url);
}
