// covers: Response.json selector
// console: INFO "Anderson"
// console: INFO ["Sara","Alex","Jack"]
// console: INFO "Alex"
// console: INFO 3
// console: INFO ["Dale","Roger","Jane"]
// console: INFO "Deer Hunter"
// console: INFO undefined
// console: INFO "Craig"
// console: INFO ["Dale","Jane"]
// console: INFO "Dale"
// console: INFO ["Jack","Alex","Sara"]
// console: INFO ["Roger","Jane"]
// console: INFO "Roger"
// console: INFO "Tom"
// console: INFO ["ig","fb","tw"]
import http from 'k6/http';

export default function () {
  const res = http.get(`${__ENV.BASE_URL}/json`);
  for (const path of ['name.last', 'children', 'children.1', 'children.#', 'friends.#.first', 'fav\\.movie', 'nobody.x',
    'friends.1.last', 'friends.#(last=="Murphy")#.first', 'friends.#(last=="Murphy").first', 'children.@reverse',
    'friends.#(age>45)#.first', 'friends.#(last%"C*").first', 'name.f*', 'friends.0.nets']) {
    console.log(JSON.stringify(res.json(path)));
  }
}
