// covers: crypto.getRandomValues, crypto.randomUUID
// console: INFO true true
export default function () {
  const array = crypto.getRandomValues(new Uint32Array(4));
  console.log(array.some((n) => n !== 0), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()));
}
