// covers: unhandled rejection
// error: Error: nobody cares
export default function () {
  Promise.reject(new Error('nobody cares'));
}
