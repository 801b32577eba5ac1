// covers: k6/http.head, k6/http.post, k6/http.put, k6/http.patch, k6/http.del, k6/http.options, k6/http.request
// console: INFO HEAD 200 ""
// console: INFO POST a=1
// console: INFO PUT text
// console: INFO PATCH 
// console: INFO DELETE 
// console: INFO OPTIONS 
// console: INFO PURGE x
// sample: http_reqs{method:POST} 1
// sample: http_reqs{method:DELETE} 1
// hops: 7
import http from 'k6/http';

export default function () {
  const url = `${__ENV.BASE_URL}/echo`;
  const head = http.head(url);
  console.log('HEAD', head.status, JSON.stringify(head.body));
  const show = (res) => {
    const { method, body } = res.json();
    console.log(`${method} ${body === null ? '' : body}`);
  };
  show(http.post(url, { a: 1 }));
  show(http.put(url, 'text'));
  show(http.patch(url));
  show(http.del(url));
  show(http.options(url, null));
  show(http.request('purge', url, 'x'));
}
