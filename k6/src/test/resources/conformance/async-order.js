// covers: event loop, order of microtasks and timers
// console: INFO sync
// console: INFO micro
// console: INFO timer
export default function () {
  setTimeout(() => console.log('timer'), 0);
  Promise.resolve().then(() => console.log('micro'));
  console.log('sync');
}
