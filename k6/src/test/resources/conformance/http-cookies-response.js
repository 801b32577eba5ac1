// covers: Response.cookies
// console: INFO {"name":"sid","value":"x1","domain":"","path":"/p","http_only":true,"secure":false,"max_age":60,"expires":0}
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/set-cookie?sid%3Dx1%3B+Path%3D%2Fp%3B+HttpOnly%3B+Max-Age%3D60`);
  console.log(JSON.stringify(res.cookies.sid[0]));
}
