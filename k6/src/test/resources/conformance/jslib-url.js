// covers: jslib url
// console: INFO https://ann@shop.test:8443/a/b?x=1&y=a+b#top
// console: INFO https: shop.test:8443 /a/b top=1 1,2
import { URL, URLSearchParams } from 'https://jslib.k6.io/url/1.0.0/index.js';

export default function () {
  const url = new URL('https://ann@shop.test:8443/a/b?x=1#top');
  url.searchParams.append('y', 'a b');
  console.log(url.toString());
  const params = new URLSearchParams({ top: 1 });
  console.log(url.protocol, url.host, url.pathname, params.toString(), new URLSearchParams('a=1&a=2').getAll('a').join());
}
