// covers: params.compression
// console: INFO hello gzip
// console: INFO hello deflate
import http from 'k6/http';

export default function () {
  for (const compression of ['gzip', 'deflate']) {
    const echo = http.post(`${__ENV.BASE_URL}/echo`, 'hello', { compression }).json();
    console.log(echo.body, echo.headers['content-encoding']);
  }
}
