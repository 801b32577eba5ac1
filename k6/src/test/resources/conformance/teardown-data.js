// covers: teardown
// console: INFO 7 0
export function setup() {
  return { n: 7 };
}

export default function () {}

export function teardown(data) {
  console.log(data.n, __VU);
}
