// covers: stack across modules
// error: Error: from the helper
// error-at: lib/helper.js:6:9
import { boom } from './lib/helper.js';

export default function () {
  boom();
}
