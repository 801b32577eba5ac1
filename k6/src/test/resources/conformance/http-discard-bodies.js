// covers: options.discardResponseBodies, params.responseType
// option: discardResponseBodies
// console: INFO null hello wörld
import http from 'k6/http';

export default function () {
  console.log(http.get(`${__ENV.BASE_URL}/text`).body, http.get(`${__ENV.BASE_URL}/text`, { responseType: 'text' }).body);
}
