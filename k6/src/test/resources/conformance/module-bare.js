// covers: import of a package
// init-error: "lodash" is no module: expected "k6/…", "./a-file.js" or a URL
import _ from 'lodash';

export default function () {}
