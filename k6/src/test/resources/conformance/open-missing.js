// covers: open, missing file
// init-error: open("nope.txt"): no such file
open('nope.txt');

export default function () {}
