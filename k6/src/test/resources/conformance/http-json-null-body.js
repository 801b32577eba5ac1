// covers: Response.json, null body
// console: WARN (runner) Request Failed error="Get \"http://shop.test/fail/RESET\": read: connection reset by peer"
// error: Error: the body is null so we can't transform it to JSON - this likely was because of a request error getting the response
import http from 'k6/http';

export default function () {
  http.get(__ENV.FAIL_RESET).json();
}
