// covers: params.auth
// error: Error: auth 'ntlm' is not supported: expected basic or digest
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/text`, { auth: 'ntlm' });
}
