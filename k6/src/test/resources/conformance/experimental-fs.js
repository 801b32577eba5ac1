// covers: k6/experimental/fs
// console: INFO users.csv 20
// console: INFO id,name null
import { open } from 'k6/experimental/fs';

const file = await open('data/users.csv');

export default async function () {
  const { name, size } = await file.stat();
  console.log(name, size);
  const bytes = new Uint8Array(7);
  await file.read(bytes);
  await file.seek(0, 2);
  console.log(new TextDecoder().decode(bytes), await file.read(bytes));
}
