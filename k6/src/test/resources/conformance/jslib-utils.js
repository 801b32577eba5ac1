// covers: jslib k6-utils randomIntBetween, randomItem, randomString, uuidv4, findBetween
// console: INFO true true true true
// console: INFO b ["b","c"] null
// console: INFO true
import { randomIntBetween, randomItem, randomString, uuidv4, findBetween } from 'https://jslib.k6.io/k6-utils/1.2.0/index.js';

export default function () {
  const drawn = Array.from({ length: 200 }, () => randomIntBetween(1, 3));
  console.log(
    drawn.every((n) => n >= 1 && n <= 3 && Number.isInteger(n)) && new Set(drawn).size === 3,
    ['a', 'b'].includes(randomItem(['a', 'b'])),
    /^[a-z]{8}$/.test(randomString(8)) && /^[xy]{5}$/.test(randomString(5, 'xy')),
    /^[0-9a-f-]{36}$/.test(uuidv4()),
  );
  console.log(findBetween('<a>b</a><a>c</a>', '<a>', '</a>'), JSON.stringify(findBetween('<a>b</a><a>c</a>', '<a>', '</a>', true)), findBetween('x', '<', '>'));
  console.log(uuidv4() !== uuidv4());
}
