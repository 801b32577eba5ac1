// covers: Response.submitForm
// console: INFO POST go=Log+in&keep=yes&token=t-1&user=ann
import http from 'k6/http';

export default function () {
  const page = http.get(`${__ENV.BASE_URL}/form`);
  const res = page.submitForm({ formSelector: '#login', fields: { user: 'ann' } });
  console.log(res.json('method'), res.json('body'));
}
