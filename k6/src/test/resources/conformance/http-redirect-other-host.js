// covers: redirects, Authorization across hosts
// console: INFO undefined http://other.test/echo
import http from 'k6/http';

export default function () {
  const there = encodeURIComponent(`http://${__ENV.OTHER}/echo`);
  const res = http.get(`${__ENV.BASE_URL}/redirect-to/302?url=${there}`, { headers: { Authorization: 'secret' } });
  console.log(res.json('headers.authorization'), res.url);
}
