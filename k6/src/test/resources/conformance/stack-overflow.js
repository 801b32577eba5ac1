// covers: endless recursion
// error: RangeError: Maximum call stack size exceeded
const deep = (n) => deep(n + 1) + 1;

export default function () {
  deep(0);
}
