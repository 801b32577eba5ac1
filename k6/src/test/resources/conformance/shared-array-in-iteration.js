// covers: k6/data.SharedArray, only in the init stage
// error: Error: new SharedArray must be called in the init context
import { SharedArray } from 'k6/data';

export default function () {
  new SharedArray('x', () => []);
}
