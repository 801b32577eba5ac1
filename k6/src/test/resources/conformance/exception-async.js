// covers: exception in an async iteration
// error: TypeError: late
// error-at: 6:9
export default async function () {
  await null;
  throw new TypeError('late');
}
