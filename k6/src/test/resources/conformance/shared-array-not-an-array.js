// covers: k6/data.SharedArray
// init-error: only arrays can be made into SharedArray
import { SharedArray } from 'k6/data';

new SharedArray('x', () => ({ a: 1 }));

export default function () {}
