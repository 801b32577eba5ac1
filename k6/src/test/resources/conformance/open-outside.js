// covers: open, files outside of the script's folder
// init-error: scripts may only read files below their own folder
open('../../java/io/sluice/k6/script/FakeUser.java');

export default function () {}
