// covers: TextEncoder, TextDecoder
// console: INFO 3 hö
export default function () {
  const bytes = new TextEncoder().encode('hö');
  console.log(bytes.length, new TextDecoder('utf-8').decode(bytes));
}
