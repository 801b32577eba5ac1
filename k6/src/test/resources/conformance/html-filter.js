// covers: Selection.filter, Selection.not, Selection.is, Selection.has, Selection.eq, Selection.last, Selection.slice
// console: INFO onethree two true false
// console: INFO 1 three two twothree three
import http from 'k6/http';

export default function () {
  const doc = http.get(`${__ENV.BASE_URL}/html`).html();
  const li = doc.find('li');
  console.log(li.filter('.a').text(), li.not('.a').text(), li.is('.b'), li.is('.z'));
  console.log(doc.find('p').has('b').size(), li.last().text(), li.eq(1).text(), li.slice(1).text(), li.filter((i, e) => i === 2).text());
}
