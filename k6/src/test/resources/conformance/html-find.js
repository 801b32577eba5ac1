// covers: k6/html.parseHTML, Selection.find, Selection.text, Selection.html, Selection.size
// console: INFO 3 onetwothree one
// console: INFO Some <b>bold</b> text
// console: INFO undefined 0
import http from 'k6/http';
import { parseHTML } from 'k6/html';

export default function () {
  const doc = parseHTML(http.get(`${__ENV.BASE_URL}/html`).body);
  const items = doc.find('li');
  console.log(items.size(), items.text(), items.first().text());
  console.log(doc.find('p').html());
  console.log(doc.find('nav').html(), doc.find('nav').size());
}
