// covers: k6/http.url
// sample: http_reqs{name:${}/echo?id=${}} 3
// sample: http_reqs{name:http://shop.test/echo?id=3} 0
import http from 'k6/http';

export default function () {
  for (const id of [1, 2, 3]) http.get(http.url`${__ENV.BASE_URL}/echo?id=${id}`);
}
