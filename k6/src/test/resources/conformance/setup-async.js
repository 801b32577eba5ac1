// covers: async setup
// console: INFO 5
export async function setup() {
  await null;
  return 5;
}

export default function (data) {
  console.log(data);
}
