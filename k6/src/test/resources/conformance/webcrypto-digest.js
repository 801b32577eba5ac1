// covers: crypto.subtle.digest
// console: INFO 2cf24dba
export default async function () {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('hello'));
  console.log(Array.from(new Uint8Array(digest).slice(0, 4), (b) => b.toString(16).padStart(2, '0')).join(''));
}
