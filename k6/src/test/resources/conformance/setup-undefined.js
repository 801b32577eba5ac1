// covers: setup returning nothing
// console: INFO undefined
export function setup() {}

export default function (data) {
  console.log(data);
}
