// covers: k6/data.SharedArray, writing
// error: TypeError: SharedArray is immutable
import { SharedArray } from 'k6/data';

const data = new SharedArray('users', () => [1]);

export default function () {
  data[0] = 2;
}
