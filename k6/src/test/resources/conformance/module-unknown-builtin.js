// covers: import of an unknown module of k6
// init-error: module-unknown-builtin.js:3:18: unknown module "k6/htp"; the nearest is "k6/http"
import http from 'k6/htp';

export default function () {}
