// covers: exception that is no Error
// error: just text
export default function () {
  throw 'just text';
}
