// covers: requests in the init stage
// init-error: Making http requests in the init context is not supported
import http from 'k6/http';

http.get('http://shop.test/text');

export default function () {}
