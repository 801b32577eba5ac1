// covers: k6/encoding.b64decode
// error: Error: illegal base64 data
import { b64decode } from 'k6/encoding';

export default function () {
  b64decode('a$==', 'std');
}
