import http from 'k6/http';

export const options = {
  scenarios: {
    get: {
      executor: 'constant-vus',
      vus: Number(__ENV.USERS),
      duration: `${__ENV.SECONDS}s`,
      gracefulStop: '1s',
    },
  },
};

const url = `${__ENV.BASE_URL}/`;

export default function () {
  http.get(url);
}
