// covers: exception in a timer
// error: Error: tick
export default function () {
  setTimeout(() => { throw new Error('tick'); }, 1);
}
