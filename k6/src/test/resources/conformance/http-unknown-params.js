// covers: params that are null or unknown
// hops: 3
import http from 'k6/http';

export default function () {
  http.get(`${__ENV.BASE_URL}/text`, null);
  http.get(`${__ENV.BASE_URL}/text`, { headers: null, tags: undefined, whatever: 1 });
  http.get(`${__ENV.BASE_URL}/text`, {});
}
