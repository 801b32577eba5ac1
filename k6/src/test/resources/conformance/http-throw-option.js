// covers: options.throw
// option: throw
// error: Error: Get "http://shop.test/fail/RESET": read: connection reset by peer
// error-at: 9:3
import http from 'k6/http';

export default function () {
  const url = __ENV.FAIL_RESET;
  http.get(url);
}
