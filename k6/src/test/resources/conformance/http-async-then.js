// covers: k6/http.asyncRequest, iteration waits for promises
// console: INFO first
// console: INFO then 200
import http from 'k6/http';

export default function () {
  http.asyncRequest('GET', `${__ENV.BASE_URL}/text`).then((res) => console.log('then', res.status));
  console.log('first');
}
