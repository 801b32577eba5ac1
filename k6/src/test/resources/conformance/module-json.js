// covers: import of JSON
// console: INFO ann 2
import users from './data/users.json';
import same from './data/users.json' with { type: 'json' };

export default function () {
  console.log(users[0].name, same.length);
}
