// covers: globals that are not there
// console: INFO undefined undefined undefined undefined undefined undefined undefined
export default function () {
  console.log(typeof process, typeof global, typeof window, typeof Java, typeof Polyglot, typeof load, typeof fetch);
}
