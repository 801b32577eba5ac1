// covers: crypto.subtle.encrypt, crypto.subtle.decrypt, crypto.subtle.generateKey
// console: INFO AES-GCM 21 hello
// console: INFO AES-CBC 16 hello
// console: INFO AES-CTR 5 hello
export default async function () {
  for (const name of ['AES-GCM', 'AES-CBC', 'AES-CTR']) {
    const key = await crypto.subtle.generateKey({ name, length: 256 }, true, ['encrypt', 'decrypt']);
    const start = crypto.getRandomValues(new Uint8Array(name === 'AES-GCM' ? 12 : 16));
    const algorithm = name === 'AES-CTR' ? { name, counter: start, length: 64 } : { name, iv: start };
    const sealed = await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode('hello'));
    const opened = await crypto.subtle.decrypt(algorithm, key, sealed);
    console.log(name, sealed.byteLength, new TextDecoder().decode(opened));
  }
}
