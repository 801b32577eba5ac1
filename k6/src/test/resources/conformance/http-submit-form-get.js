// covers: Response.submitForm
// console: INFO GET q=a+b
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/form`).submitForm({ formSelector: '#search' });
  console.log(res.json('method'), res.json('query'));
}
