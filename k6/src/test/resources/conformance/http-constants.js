// covers: k6/http constants
// console: INFO tls1.3 good
import http, { TLS_1_3 } from 'k6/http';

export default function () {
  console.log(TLS_1_3, http.OCSP_STATUS_GOOD);
}
