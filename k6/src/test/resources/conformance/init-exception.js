// covers: exception in the init stage
// init-error: at file:///
const x = undefined;
x.y();

export default function () {}
