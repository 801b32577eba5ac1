// covers: k6/http.batch, redirects
// console: INFO http://shop.test/echo
// hops: 3
import http from 'k6/http';

export default function () {
  console.log(http.batch([`${__ENV.BASE_URL}/redirect/2`])[0].url);
}
