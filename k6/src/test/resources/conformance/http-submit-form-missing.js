// covers: Response.submitForm
// error: Error: no form found for selector '#nope' in response 'http://shop.test/form'
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/form`).submitForm({ formSelector: '#nope' });
}
