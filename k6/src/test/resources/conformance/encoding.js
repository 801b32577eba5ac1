// covers: k6/encoding.b64encode, k6/encoding.b64decode
// console: INFO aGVsbG8gd8O2cmxk aGk= aGk fn5-Pz8_ fn5-Pz8_
// console: INFO hello wörld 3 hi
// console: INFO AAEC
import encoding, { b64decode } from 'k6/encoding';

export default function () {
  console.log(
    encoding.b64encode('hello wörld'), encoding.b64encode('hi'), encoding.b64encode('hi', 'rawstd'),
    encoding.b64encode('~~~???', 'url'), encoding.b64encode('~~~???', 'rawurl'),
  );
  console.log(b64decode('aGVsbG8gd8O2cmxk', 'std', 's'), b64decode('AAEC').byteLength, b64decode('aGk', 'rawurl', 's'));
  console.log(encoding.b64encode(new Uint8Array([0, 1, 2]).buffer));
}
