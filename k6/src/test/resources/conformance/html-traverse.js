// covers: Selection.children, Selection.parent, Selection.parents, Selection.next, Selection.prev, Selection.siblings, Selection.closest
// console: INFO 3 list one three 2 list
// console: INFO two,three onetwo 2
import http from 'k6/http';

export default function () {
  const doc = http.get(`${__ENV.BASE_URL}/html`).html();
  const two = doc.find('.b');
  console.log(doc.find('ul').children().size(), two.parent().attr('id'), two.prev().text(), two.next().text(), two.siblings().size(), two.closest('ul').attr('id'));
  console.log(doc.find('.first').nextAll().map((i, e) => e.text()).join(), doc.find('li').last().prevUntil('ul').toArray().map((e) => e.text()).reverse().join(''), two.parents('body,html').size());
}
