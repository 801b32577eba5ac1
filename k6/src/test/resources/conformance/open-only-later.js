// covers: open, files not opened in the first init pass
// init-error: open() can't be used with files that weren't previously opened during initialization (__VU==0)
if (__VU !== 0) open('data/users.csv');

export default function () {}
