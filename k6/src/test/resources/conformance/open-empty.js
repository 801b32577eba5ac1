// covers: open, empty name
// init-error: open() can't be used with an empty filename
open('');

export default function () {}
