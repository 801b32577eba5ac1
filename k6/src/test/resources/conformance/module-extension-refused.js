// covers: k6/x
// init-error: "k6/x/sql" is an extension of k6, and extensions cannot be loaded
import sql from 'k6/x/sql';

export default function () {}
