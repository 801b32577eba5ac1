// Hashes and keyed hashes: the module "k6/crypto".
const host = __sluice.crypto();
const encoding = __sluice.encoding();

const buffer = (input) => {
  if (ArrayBuffer.isView(input)) return input.buffer.slice(input.byteOffset, input.byteOffset + input.byteLength);
  if (input instanceof ArrayBuffer || typeof input === 'string') return input;
  throw new TypeError(`invalid type ${typeof input}, expected string or ArrayBuffer`);
};

function written(bytes, output) {
  const result = new ArrayBuffer(bytes).slice(0);
  switch (output) {
    case 'base64': return encoding.encode(result, 'std');
    case 'base64url': return encoding.encode(result, 'url');
    case 'base64rawurl': return encoding.encode(result, 'rawurl');
    case 'hex': return Array.from(new Uint8Array(result), (b) => b.toString(16).padStart(2, '0')).join('');
    case 'binary': return result;
    default: throw new Error(`invalid output encoding: ${output}`);
  }
}

function joined(parts) {
  const all = parts.map((part) => new Uint8Array(typeof part === 'string' ? new TextEncoder().encode(part) : part));
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.buffer;
}

class Hasher {
  #parts = [];
  #finish;

  constructor(finish) { this.#finish = finish; }

  update(data) { this.#parts.push(buffer(data)); }

  digest(output) { return written(this.#finish(joined(this.#parts)), output); }
}

export function createHash(algorithm) {
  host.hash(algorithm, '');
  return new Hasher((data) => host.hash(algorithm, data));
}

export function createHMAC(algorithm, secret) {
  host.hmac(algorithm, '', '');
  const key = buffer(secret);
  return new Hasher((data) => host.hmac(algorithm, key, data));
}

export const hmac = (algorithm, secret, data, output) => written(host.hmac(algorithm, buffer(secret), buffer(data)), output);

const hash = (algorithm) => (data, output) => written(host.hash(algorithm, buffer(data)), output);
export const md4 = hash('md4');
export const md5 = hash('md5');
export const sha1 = hash('sha1');
export const sha256 = hash('sha256');
export const sha384 = hash('sha384');
export const sha512 = hash('sha512');
export const sha512_224 = hash('sha512_224');
export const sha512_256 = hash('sha512_256');
export const ripemd160 = hash('ripemd160');

export const randomBytes = (size) => new ArrayBuffer(host.random(size)).slice(0);
export const hexEncode = (data) => Array.from(new Uint8Array(joined([buffer(data)])), (b) => b.toString(16).padStart(2, '0')).join('');

export default {
  createHash, createHMAC, hmac, md4, md5, sha1, sha256, sha384, sha512, sha512_224, sha512_256, ripemd160, randomBytes, hexEncode,
};
