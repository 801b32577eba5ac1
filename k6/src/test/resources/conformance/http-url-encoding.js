// covers: URLs with characters that are none of a URL
// console: INFO /echo?q=a%20b&r=%7B1%7D&s=%C3%B6 q=a%20b&r=%7B1%7D&s=%C3%B6
import http from 'k6/http';

export default function () {
  const echo = http.get(`${__ENV.BASE_URL}/echo?q=a b&r={1}&s=ö`).json();
  console.log(echo.path, echo.query);
}
