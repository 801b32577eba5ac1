// covers: crypto.subtle, what is missing
// error: Error: NotSupportedError: RSA-OAEP is not supported
export default async function () {
  await crypto.subtle.importKey('raw', new Uint8Array(4), { name: 'RSA-OAEP' }, false, []);
}
