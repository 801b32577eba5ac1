// covers: Response.body
// console: INFO "" "" null null
import http from 'k6/http';

export default function () {
  const empty = http.get(`${__ENV.BASE_URL}/status/200`).body;
  const head = http.head(`${__ENV.BASE_URL}/text`).body;
  const none = [204, 304].map((status) => http.get(`${__ENV.BASE_URL}/status/${status}`).body);
  console.log(...[empty, head, ...none].map((body) => JSON.stringify(body)));
}
