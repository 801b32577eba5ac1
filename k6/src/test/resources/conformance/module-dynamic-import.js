// covers: dynamic import
// console: INFO helper
export default async function () {
  const { name } = await import('./lib/helper.js');
  console.log(name);
}
