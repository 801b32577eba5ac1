// covers: import of a file that is not there
// init-error: no file
import { x } from './lib/nope.js';

export default function () {}
