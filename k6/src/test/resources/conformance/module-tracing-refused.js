// covers: k6/experimental/tracing
// init-error: it was removed from k6
import tracing from 'k6/experimental/tracing';

export default function () {}
