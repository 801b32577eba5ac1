// covers: k6/http.get
// hops: 2
import { get, post } from 'k6/http';

export default () => {
  get(`${__ENV.BASE_URL}/text`);
  post(`${__ENV.BASE_URL}/text`, 'x');
};
