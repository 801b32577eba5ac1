// covers: k6/crypto.createHash
// error: Error: invalid algorithm: sha3
import crypto from 'k6/crypto';

export default function () {
  crypto.createHash('sha3');
}
