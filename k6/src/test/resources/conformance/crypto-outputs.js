// covers: k6/crypto outputs
// console: INFO XUFAKrxLKna5cZ2REBfFkg== XUFAKrxLKna5cZ2REBfFkg== XUFAKrxLKna5cZ2REBfFkg 16
import { md5 } from 'k6/crypto';

export default function () {
  console.log(md5('hello', 'base64'), md5('hello', 'base64url'), md5('hello', 'base64rawurl'), md5('hello', 'binary').byteLength);
}
