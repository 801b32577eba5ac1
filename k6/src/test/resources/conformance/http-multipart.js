// covers: k6/http.file, multipart body
// console: INFO true
// console: INFO true
// console: INFO true
import http from 'k6/http';

export default function () {
  const echo = http.post(`${__ENV.BASE_URL}/echo`, {
    note: 'hi',
    data: http.file('content', 'a.txt', 'text/plain'),
  }).json();
  console.log(/^multipart\/form-data; boundary=[0-9a-f]+$/.test(echo.headers['content-type']));
  console.log(echo.body.includes('Content-Disposition: form-data; name="note"\r\n\r\nhi\r\n'));
  console.log(echo.body.includes('name="data"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n--'));
}
