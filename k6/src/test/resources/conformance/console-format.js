// covers: console
// console: INFO a 1 true null undefined
// console: INFO {"a":[1,{"b":2}]}
// console: DEBUG d
// console: WARN w
// console: ERROR e
// console: INFO i
// console: INFO 
export default function () {
  console.log('a', 1, true, null, undefined);
  console.log({ a: [1, { b: 2 }] });
  console.debug('d');
  console.warn('w');
  console.error('e');
  console.info('i');
  console.log();
}
