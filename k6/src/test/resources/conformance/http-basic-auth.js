// covers: basic authentication by URL
// console: INFO 200 welcome
// sample: http_reqs{url:http://****:****@shop.test/basic, name:http://****:****@shop.test/basic} 1
import http from 'k6/http';

export default function () {
  const res = http.get(`http://ann:secret@${__ENV.HOST}/basic`);
  console.log(res.status, res.body);
}
