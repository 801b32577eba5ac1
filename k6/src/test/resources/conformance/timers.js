// covers: setTimeout, setInterval, clearTimeout, clearInterval
// console: INFO first
// console: INFO 1
// console: INFO 2
// console: INFO late x
export default function () {
  setTimeout((word) => console.log('late', word), 30, 'x');
  clearTimeout(setTimeout(() => console.log('never'), 1));
  let n = 0;
  const every = setInterval(() => {
    console.log(++n);
    if (n === 2) clearInterval(every);
  }, 2);
  console.log('first');
}
