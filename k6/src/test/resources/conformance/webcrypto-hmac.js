// covers: crypto.subtle.importKey, crypto.subtle.sign, crypto.subtle.verify
// console: INFO 32 true false
export default async function () {
  const encode = (text) => new TextEncoder().encode(text);
  const key = await crypto.subtle.importKey('raw', encode('key'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  const signature = await crypto.subtle.sign('HMAC', key, encode('hello'));
  console.log(
    signature.byteLength,
    await crypto.subtle.verify('HMAC', key, signature, encode('hello')),
    await crypto.subtle.verify('HMAC', key, signature, encode('hullo')),
  );
}
