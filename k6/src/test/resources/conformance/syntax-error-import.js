// covers: syntax error in an imported file
// init-error: lib/broken.js.txt
import { x } from './lib/broken.js.txt';

export default function () {}
