// covers: k6/http.batch, options.batch, options.batchPerHost
// console: INFO 50 true
// hops: 50
import http from 'k6/http';

export default function () {
  const r = http.batch(Array.from({ length: 50 }, (_, i) => `${__ENV.BASE_URL}/echo?i=${i}`));
  console.log(r.length, r.every((one, i) => one.json('query') === `i=${i}`));
}
