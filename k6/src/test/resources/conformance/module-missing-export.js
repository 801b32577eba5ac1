// covers: import of a name that a module does not export
// init-error: does not provide an export named 'nope'
import { nope } from './lib/helper.js';

export default function () {}
