// covers: open binary
// console: INFO 20 105
const bytes = open('data/users.csv', 'b');

export default function () {
  console.log(bytes.byteLength, new Uint8Array(bytes)[0]);
}
