// covers: params.throw
// console: INFO caught Get "http://shop.test/fail/REFUSED": dial: connection refused
// console: INFO true
import http from 'k6/http';

export default function () {
  try {
    http.get(__ENV.FAIL_REFUSED, { throw: true });
  } catch (e) {
    console.log('caught', e.message);
    console.log(e instanceof Error);
  }
}
