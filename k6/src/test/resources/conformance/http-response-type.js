// covers: params.responseType
// console: INFO 255 256 true
// console: INFO null
// console: INFO hello wörld
import http from 'k6/http';

export default function () {
  const { body } = http.get(`${__ENV.BASE_URL}/bytes`, { responseType: 'binary' });
  console.log(new Uint8Array(body)[255], body.byteLength, body instanceof ArrayBuffer);
  console.log(http.get(`${__ENV.BASE_URL}/text`, { responseType: 'none' }).body);
  console.log(http.get(`${__ENV.BASE_URL}/text`, { responseType: 'text' }).body);
}
