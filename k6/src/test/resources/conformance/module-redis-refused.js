// covers: k6/experimental/redis
// init-error: "k6/experimental/redis" cannot be imported
import redis from 'k6/experimental/redis';

export default function () {}
