// covers: exported functions
// console: INFO default
export function other() {
  console.log('other');
}

export default function () {
  console.log('default');
}
