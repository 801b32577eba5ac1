// covers: async default function
// console: INFO 1
// console: INFO 2
// run: 1 iteration
export default async function () {
  console.log(1);
  await Promise.resolve();
  console.log(2);
}
