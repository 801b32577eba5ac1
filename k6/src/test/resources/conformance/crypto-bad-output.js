// covers: k6/crypto outputs
// error: Error: invalid output encoding: octal
import crypto from 'k6/crypto';

export default function () {
  crypto.md5('x', 'octal');
}
