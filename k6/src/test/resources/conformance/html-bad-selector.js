// covers: Selection.find
// error: Error: invalid selector
import { parseHTML } from 'k6/html';

export default function () {
  parseHTML('<p>x</p>').find('p[');
}
