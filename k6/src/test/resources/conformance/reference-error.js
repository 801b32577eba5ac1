// covers: globals that are not there
// error: ReferenceError: process is not defined
// error-at: 5:3
export default function () {
  process.env.X;
}
