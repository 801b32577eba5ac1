// covers: Response.clickLink
// console: INFO http://shop.test/echo?from=page
// console: INFO http://other.test/text
import http from 'k6/http';

export default function () {
  const page = http.get(`${__ENV.BASE_URL}/html`);
  console.log(page.clickLink().url);
  console.log(page.clickLink({ selector: '#far' }).url);
}
