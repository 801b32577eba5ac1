// covers: Selection.each, Selection.map, Selection.get, Selection.toArray, Selection.index, Element
// console: INFO 0 li a first
// console: INFO 1 li b
// console: INFO ONE,TWO,THREE 2 1
// console: INFO h1 top Welcome 4 list
import http from 'k6/http';

export default function () {
  const doc = http.get(`${__ENV.BASE_URL}/html`).html();
  doc.find('li').each((i, e) => {
    console.log(i, e.nodeName, e.getAttribute('class'));
    return i < 1;
  });
  console.log(doc.find('li').map((i, s) => s.text().toUpperCase()).join(), doc.find('li').last().index(), doc.find('.b').index('li'));
  const h1 = doc.find('h1').get(0);
  console.log(h1.nodeName, h1.id, h1.textContent, Object.keys(h1.attributes).length, h1.nextElementSibling.id);
}
