// covers: no way to Java
// console: INFO undefined undefined
export default function () {
  const host = globalThis.__sluice;
  console.log(typeof host.getClass, typeof host.http().user);
}
