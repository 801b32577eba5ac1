// covers: jslib, libraries that are not built in
// init-error: jslib-unknown.js:3:22: importing "https://jslib.k6.io/nope/1.0.0/index.js" needs the network
import { nope } from 'https://jslib.k6.io/nope/1.0.0/index.js';

export default function () {}
