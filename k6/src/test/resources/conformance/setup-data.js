// covers: setup, default function data
// run: 2 iterations
// console: INFO {"token":"t","list":[1,2]} undefined
// console: INFO {"token":"t","list":[1,2],"mark":1} undefined
export function setup() {
  return { token: 't', list: [1, 2], fn: () => 1 };
}

export default function (data) {
  console.log(JSON.stringify(data), data.fn);
  data.mark = 1;
}
