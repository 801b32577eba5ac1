// covers: exception in an iteration
// error: Error: boom
// error-at: 10:9
// run: 2 iterations
// console: INFO start
// console: INFO start
export default function () {
  console.log('start');
  const inner = () => {
  throw new Error('boom');
  };
  inner();
}
