// covers: k6/http.expectedStatuses
// init-error: argument number 1 to expectedStatuses was neither an integer nor an object like {min:100, max:329}
import http from 'k6/http';

http.setResponseCallback(http.expectedStatuses('200'));

export default function () {}
