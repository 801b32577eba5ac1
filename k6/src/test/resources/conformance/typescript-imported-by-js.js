// covers: TypeScript imported by JavaScript
// console: INFO 42
import { double } from './lib/types.ts';

export default function () {
  console.log(double(21));
}
