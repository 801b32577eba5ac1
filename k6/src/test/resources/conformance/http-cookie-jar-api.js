// covers: k6/http.cookieJar, CookieJar.set, CookieJar.cookiesForURL, CookieJar.delete, CookieJar.clear
// console: INFO {"a":["1"],"b":["2"]}
// console: INFO a=1; b=2
// console: INFO {"b":["2"]}
// console: INFO {}
import http from 'k6/http';

export default function () {
  const url = `${__ENV.BASE_URL}/cookies`;
  const jar = http.cookieJar();
  jar.set(url, 'a', '1');
  jar.set(url, 'b', '2', { path: '/', max_age: 600 });
  console.log(JSON.stringify(jar.cookiesForURL(url)));
  console.log(http.get(url).body);
  jar.delete(url, 'a');
  console.log(JSON.stringify(jar.cookiesForURL(url)));
  jar.clear(url);
  console.log(JSON.stringify(jar.cookiesForURL(url)));
}
