// covers: k6.check in the init stage
// init-error: using check() in the init context is not supported
import { check } from 'k6';

check(1, { a: true });

export default function () {}
