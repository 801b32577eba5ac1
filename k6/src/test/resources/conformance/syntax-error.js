// covers: syntax error
// init-error: syntax-error.js:4:11: Expected an operand
export default function () {
  let a = ;
}
