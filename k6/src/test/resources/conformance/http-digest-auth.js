// covers: params.auth digest
// console: INFO 200 true
// sample: http_reqs{status:401, expected_response:true} 1
// value: http_req_failed 0
// hops: 2
import http from 'k6/http';

export default function () {
  const res = http.get(`http://ann:secret@${__ENV.HOST}/digest`, { auth: 'digest' });
  console.log(res.status, /response="[0-9a-f]{32}"/.test(res.body) && res.body.includes('opaque="o1"'));
}
