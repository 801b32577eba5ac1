// covers: k6/crypto.md5, k6/crypto.sha1, k6/crypto.sha256, k6/crypto.sha384, k6/crypto.sha512, k6/crypto.sha512_224, k6/crypto.sha512_256
// console: INFO 5d41402abc4b2a76b9719d911017c592
// console: INFO aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d
// console: INFO 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
// console: INFO 96 128 56 64
import crypto from 'k6/crypto';

export default function () {
  console.log(crypto.md5('hello', 'hex'));
  console.log(crypto.sha1('hello', 'hex'));
  console.log(crypto.sha256('hello', 'hex'));
  console.log(
    crypto.sha384('hello', 'hex').length, crypto.sha512('hello', 'hex').length,
    crypto.sha512_224('hello', 'hex').length, crypto.sha512_256('hello', 'hex').length,
  );
}
