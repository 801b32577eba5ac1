// covers: Selection.attr, Selection.val, Selection.data
// console: INFO top undefined none
// console: INFO g hi there undefined
// console: INFO 12 ann true {"count":12,"userName":"ann","on":true}
import http from 'k6/http';

export default function () {
  const doc = http.get(`${__ENV.BASE_URL}/html`).html();
  const h1 = doc.find('h1');
  console.log(h1.attr('id'), h1.attr('nope'), h1.attr('nope', 'none'));
  console.log(doc.find('select').val(), doc.find('textarea').val(), h1.val());
  console.log(h1.data('count'), h1.data('userName'), h1.data('on'), JSON.stringify(h1.data()));
}
