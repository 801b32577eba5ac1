// covers: k6.sleep in the init stage
// init-error: using sleep() in the init context is not supported
import { sleep } from 'k6';

sleep(1);

export default function () {}
