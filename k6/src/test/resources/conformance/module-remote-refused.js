// covers: ES module imports
// init-error: needs the network: save the file and import it by its path, or run with --allow-remote-imports
import x from 'https://example.test/lib.js';

export default function () {}
