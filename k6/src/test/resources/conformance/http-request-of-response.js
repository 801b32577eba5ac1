// covers: Response.request
// console: INFO POST http://shop.test/echo a=1 ["application/x-www-form-urlencoded"]
// console: INFO [{"name":"c","value":"1","replace":false}]
import http from 'k6/http';

export default function () {
  const { request } = http.post(`${__ENV.BASE_URL}/echo`, { a: 1 }, { cookies: { c: 1 } });
  console.log(request.method, request.url, request.body, JSON.stringify(request.headers['Content-Type']));
  console.log(JSON.stringify(request.cookies.c));
}
