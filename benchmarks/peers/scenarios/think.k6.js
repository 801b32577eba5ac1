import http from 'k6/http';
import { sleep } from 'k6';

export const options = {
  scenarios: {
    think: {
      executor: 'constant-vus',
      vus: Number(__ENV.USERS),
      duration: `${__ENV.SECONDS}s`,
      gracefulStop: '0s',
    },
  },
};

export default function () {
  http.get(`${__ENV.BASE_URL}/`);
  sleep(60);
}
