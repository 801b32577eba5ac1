// covers: k6/http.get
// hops: 1
import * as http from 'k6/http';

export default () => {
  http.get(`${__ENV.BASE_URL}/text`);
};
