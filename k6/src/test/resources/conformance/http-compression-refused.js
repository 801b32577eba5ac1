// covers: params.compression
// error: Error: compressing a request's body with 'br' is not supported: expected gzip or deflate
import http from 'k6/http';

export default function () {
  http.post(`${__ENV.BASE_URL}/echo`, 'hello', { compression: 'br' });
}
