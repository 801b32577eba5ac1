// covers: open, only in the init stage
// error: Error: The "open()" function is only available in the init stage
export default function () {
  open('data/users.csv');
}
