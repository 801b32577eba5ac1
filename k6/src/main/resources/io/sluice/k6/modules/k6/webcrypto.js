// WebCrypto: the global "crypto". Hashes, HMAC and AES with raw keys; everything else says that it is missing.
const host = __sluice.crypto();
const encoding = __sluice.encoding();

const bytes = (input) => {
  if (ArrayBuffer.isView(input)) return input.buffer.slice(input.byteOffset, input.byteOffset + input.byteLength);
  if (input instanceof ArrayBuffer) return input;
  throw new TypeError('expected an ArrayBuffer or a typed array');
};
const named = (algorithm) => (typeof algorithm === 'string' ? { name: algorithm } : algorithm);
const upper = (algorithm) => String(named(algorithm).name).toUpperCase();
const missing = (what) => new Error(`NotSupportedError: ${what} is not supported: expected SHA digests, HMAC, AES-GCM, AES-CBC or AES-CTR`);
const hashName = (algorithm) => {
  const name = upper(algorithm);
  if (!/^SHA-(1|256|384|512)$/.test(name)) throw missing(name);
  return name.toLowerCase().replace('-', '');
};

class CryptoKey {
  #raw;

  constructor(algorithm, raw, extractable, usages) {
    this.type = 'secret';
    this.algorithm = algorithm;
    this.extractable = extractable;
    this.usages = usages;
    this.#raw = raw;
  }

  static raw(key) { return key.#raw; }
}

const MACS = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };

function algorithmOf(algorithm, size) {
  const name = upper(algorithm);
  if (name === 'HMAC') {
    const hash = hashName(named(algorithm).hash);
    return { name, hash: { name: upper(named(algorithm).hash) }, length: size * 8 || MACS[hash] * 8 };
  }
  if (!/^AES-(GCM|CBC|CTR)$/.test(name)) throw missing(name);
  if (size !== undefined && ![16, 24, 32].includes(size)) throw new Error('DataError: an AES key has 16, 24 or 32 bytes');
  return { name, length: size * 8 };
}

function usable(key, usage) {
  if (!key.usages.includes(usage)) throw new Error(`InvalidAccessError: the key is not for ${usage}`);
  return CryptoKey.raw(key);
}

function aes(encrypt, algorithm, key, data) {
  const name = upper(algorithm);
  const start = name === 'AES-CTR' ? algorithm.counter : algorithm.iv;
  const extra = algorithm.additionalData === undefined ? new ArrayBuffer(0) : bytes(algorithm.additionalData);
  const raw = usable(key, encrypt ? 'encrypt' : 'decrypt');
  return new ArrayBuffer(host.aes(encrypt, name, raw, bytes(start), extra, algorithm.tagLength || 128, bytes(data))).slice(0);
}

const sign = (key, data) => new ArrayBuffer(host.hmac(hashName(key.algorithm.hash), CryptoKey.raw(key), bytes(data))).slice(0);

const subtle = {
  async digest(algorithm, data) { return new ArrayBuffer(host.hash(hashName(algorithm), bytes(data))).slice(0); },
  async generateKey(algorithm, extractable, usages) {
    const name = upper(algorithm);
    const size = name === 'HMAC' ? (algorithm.length || MACS[hashName(algorithm.hash)] * 8) / 8 : algorithm.length / 8;
    return new CryptoKey(algorithmOf(algorithm, size), new ArrayBuffer(host.random(size)).slice(0), extractable, usages);
  },
  async importKey(format, data, algorithm, extractable, usages) {
    let raw;
    if (format === 'raw') raw = bytes(data).slice(0);
    else if (format === 'jwk' && data.kty === 'oct') raw = new ArrayBuffer(encoding.decode(data.k, 'rawurl')).slice(0);
    else throw missing(`importing ${format}`);
    return new CryptoKey(algorithmOf(algorithm, raw.byteLength), raw, extractable, usages);
  },
  async exportKey(format, key) {
    if (!key.extractable) throw new Error('InvalidAccessError: the key is not extractable');
    const raw = CryptoKey.raw(key);
    if (format === 'raw') return raw.slice(0);
    if (format === 'jwk') return { kty: 'oct', k: encoding.encode(raw, 'rawurl'), key_ops: key.usages, ext: true };
    throw missing(`exporting ${format}`);
  },
  async sign(algorithm, key, data) {
    if (upper(algorithm) !== 'HMAC') throw missing(upper(algorithm));
    usable(key, 'sign');
    return sign(key, data);
  },
  async verify(algorithm, key, signature, data) {
    if (upper(algorithm) !== 'HMAC') throw missing(upper(algorithm));
    usable(key, 'verify');
    const made = new Uint8Array(sign(key, data));
    const given = new Uint8Array(bytes(signature));
    let differs = made.length ^ given.length;
    for (let i = 0; i < made.length; i++) differs |= made[i] ^ given[i];
    return differs === 0;
  },
  async encrypt(algorithm, key, data) { return aes(true, algorithm, key, data); },
  async decrypt(algorithm, key, data) { return aes(false, algorithm, key, data); },
  async deriveKey() { throw missing('deriveKey'); },
  async deriveBits() { throw missing('deriveBits'); },
  async wrapKey() { throw missing('wrapKey'); },
  async unwrapKey() { throw missing('unwrapKey'); },
};

export const crypto = {
  subtle,
  randomUUID: () => host.uuid(),
  getRandomValues(array) {
    if (!ArrayBuffer.isView(array) || array instanceof Float32Array || array instanceof Float64Array) {
      throw new TypeError('TypeMismatchError: expected an array of integers');
    }
    if (array.byteLength > 65536) throw new Error('QuotaExceededError: at most 65536 bytes at a time');
    if (array.byteLength > 0) {
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(new ArrayBuffer(host.random(array.byteLength))));
    }
    return array;
  },
};

export default { crypto };
