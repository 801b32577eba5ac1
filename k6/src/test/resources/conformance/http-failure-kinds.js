// covers: error codes
// console: WARN (runner) Request Failed error="Get \"http://gone.invalid/fail/DNS_NO_SUCH_HOST\": lookup: no such host"
// console: INFO 1101
// console: WARN (runner) Request Failed error="Get \"http://shop.test/fail/REQUEST_TIMEOUT\": request timeout"
// console: INFO 1050
// console: WARN (runner) Request Failed error="Get \"http://shop.test/fail/RESET\": read: connection reset by peer"
// console: INFO 1220
// console: WARN (runner) Request Failed error="Get \"https://shop.test/fail/TLS_UNKNOWN_AUTHORITY\": x509: unknown authority"
// console: INFO 1310
// console: WARN (runner) Request Failed error="Get \"https://shop.test/fail/TLS_HOSTNAME\": x509: certificate doesn't match hostname"
// console: INFO 1311
import http from 'k6/http';

export default function () {
  for (const kind of ['DNS_NO_SUCH_HOST', 'REQUEST_TIMEOUT', 'RESET', 'TLS_UNKNOWN_AUTHORITY', 'TLS_HOSTNAME']) {
    const timeout = kind === 'REQUEST_TIMEOUT' ? 300 : '60s';
    console.log(http.get(__ENV[`FAIL_${kind}`], { timeout }).error_code);
  }
}
