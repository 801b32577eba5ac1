// covers: k6/http.CookieJar, params.jar
// console: INFO own=1
// console: INFO 
import http from 'k6/http';

export default function () {
  const url = `${__ENV.BASE_URL}/cookies`;
  const jar = new http.CookieJar();
  jar.set(url, 'own', '1');
  console.log(http.get(url, { jar }).body);
  console.log(http.get(url).body);
}
