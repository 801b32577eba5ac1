// covers: Response.html
// console: INFO Welcome
// console: INFO The shop
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/html`);
  console.log(res.html('h1').text());
  console.log(res.html().find('head title').text());
}
