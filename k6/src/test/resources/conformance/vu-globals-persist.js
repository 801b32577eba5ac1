// covers: globals of a user
// run: 3 iterations
// console: INFO 1
// console: INFO 2
// console: INFO 3
let count = 0;

export default function () {
  console.log(++count);
}
