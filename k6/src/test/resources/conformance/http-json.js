// covers: Response.json
// console: INFO Tom 37 3
// console: INFO true
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/json`);
  const data = res.json();
  console.log(data.name.first, data.age, data.children.length);
  console.log(res.json() === res.json());
}
