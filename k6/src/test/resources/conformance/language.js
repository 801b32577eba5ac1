// covers: JavaScript of today
// console: INFO 1 2 c 4 {"b":2} 3 ab 2n
export default function () {
  const { a, ...rest } = { a: 1, b: 2 };
  class P { #x = 4; get x() { return this.#x; } static s = 'c'; }
  const m = new Map([['k', 3]]);
  console.log(a, rest.b ?? 0, P.s, new P().x, rest, m?.get('k'), [...new Set('aab')].join(''), String(1n + 1n) + 'n');
}
