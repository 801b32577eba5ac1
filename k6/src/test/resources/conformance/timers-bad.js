// covers: setTimeout
// error: TypeError: setTimeout() needs a function as its first argument
export default function () {
  setTimeout('code', 1);
}
