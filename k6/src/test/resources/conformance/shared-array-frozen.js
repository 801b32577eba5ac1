// covers: k6/data.SharedArray, elements are frozen
// error: TypeError: Cannot assign to read only property
import { SharedArray } from 'k6/data';

const data = new SharedArray('users', () => [{ n: { m: 1 } }]);

export default function () {
  data[0].n.m = 2;
}
