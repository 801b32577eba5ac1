// covers: params.redirects, options.maxRedirects
// console: WARN (runner) Stopped after 1 redirects and returned the redirection; pass { redirects: n } in request params or set global maxRedirects to silence this
// console: INFO 302
// hops: 2
import http from 'k6/http';

export default function () {
  console.log(http.get(`${__ENV.BASE_URL}/redirect/3`, { redirects: 1 }).status);
}
