// covers: Response.headers
// console: INFO {"X-Multi":"a, b","Content-Type":"text/x"}
// wire-console: INFO {"X-Multi":"a, b","Content-Type":"text/x","Content-Length":"0"}
import http from 'k6/http';

export default function () {
  console.log(JSON.stringify(http.get(`${__ENV.BASE_URL}/headers?x-multi%3Da&CONTENT-TYPE%3Dtext%2Fx&X-MULTI%3Db`).headers));
}
