// covers: k6/crypto.randomBytes
// console: INFO 16 true
import crypto from 'k6/crypto';

export default function () {
  const bytes = crypto.randomBytes(16);
  console.log(bytes.byteLength, crypto.hexEncode(bytes).length === 32);
}
