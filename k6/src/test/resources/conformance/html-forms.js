// covers: Selection.serialize, Selection.serializeArray, Selection.serializeObject
// console: INFO keep=yes&token=t-1&user=
// console: INFO [{"name":"token","value":"t-1"},{"name":"user","value":""},{"name":"keep","value":"yes"}]
// console: INFO {"q":"a b"}
import http from 'k6/http';

export default function () {
  const doc = http.get(`${__ENV.BASE_URL}/form`).html();
  console.log(doc.find('#login').serialize());
  console.log(JSON.stringify(doc.find('#login').serializeArray()));
  console.log(JSON.stringify(doc.find('#search').serializeObject()));
}
