// covers: jslib formdata
// console: INFO true true
import http from 'k6/http';
import { FormData } from 'https://jslib.k6.io/formdata/0.0.2/index.js';

export default function () {
  const form = new FormData();
  form.append('field', 'value');
  form.append('upload', http.file('content', 'a.txt', 'text/plain'));
  const echo = http.post(`${__ENV.BASE_URL}/echo`, form.body(), {
    headers: { 'Content-Type': `multipart/form-data; boundary=${form.boundary}` },
  }).json();
  console.log(echo.body.includes('name="field"\r\n\r\nvalue\r\n'), echo.body.includes('filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n'));
}
