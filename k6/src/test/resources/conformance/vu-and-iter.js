// covers: __VU, __ITER
// run: 3 iterations
// console: INFO 1 0
// console: INFO 1 1
// console: INFO 1 2
export default function () {
  console.log(__VU, __ITER);
}
