// covers: k6/crypto.hmac, k6/crypto.createHMAC, k6/crypto.createHash
// console: INFO f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8
// console: INFO true
// console: INFO true
import crypto from 'k6/crypto';

export default function () {
  const whole = crypto.hmac('sha256', 'key', 'The quick brown fox jumps over the lazy dog', 'hex');
  console.log(whole);
  const pieces = crypto.createHMAC('sha256', 'key');
  pieces.update('The quick brown fox ');
  pieces.update(new Uint8Array([...'jumps over the lazy dog'].map((c) => c.charCodeAt(0))).buffer);
  console.log(pieces.digest('hex') === whole);
  const hash = crypto.createHash('sha1');
  hash.update('hel');
  hash.update('lo');
  console.log(hash.digest('hex') === crypto.sha1('hello', 'hex'));
}
