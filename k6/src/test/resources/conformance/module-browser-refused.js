// covers: k6/browser
// init-error: "k6/browser" cannot be imported: browser automation is not supported
import { browser } from 'k6/browser';

export default function () {}
