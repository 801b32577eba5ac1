// covers: __ENV
// env: GREETING=hello
// console: INFO hello undefined default true
// console: INFO set
export default function () {
  console.log(__ENV.GREETING, __ENV.NOPE, __ENV.NOPE || 'default', 'GREETING' in __ENV);
  __ENV.MINE = 'set';
  console.log(__ENV.MINE);
}
