// covers: k6/http.asyncRequest, params.throw
// console: INFO Get "http://shop.test/fail/RESET": read: connection reset by peer
import http from 'k6/http';

export default async function () {
  try {
    await http.asyncRequest('GET', __ENV.FAIL_RESET, null, { throw: true });
  } catch (e) {
    console.log(e.message);
  }
}
