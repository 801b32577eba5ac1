// covers: k6/http.post, body ArrayBuffer
// console: INFO AB
// console: INFO BC
import http from 'k6/http';

export default function () {
  const bytes = new Uint8Array([65, 66, 67]);
  console.log(http.post(`${__ENV.BASE_URL}/echo`, bytes.buffer.slice(0, 2)).json('body'));
  console.log(http.post(`${__ENV.BASE_URL}/echo`, bytes.subarray(1)).json('body'));
}
