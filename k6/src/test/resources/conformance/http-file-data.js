// covers: k6/http.file
// console: INFO {"data":"x","filename":"n","content_type":"application/octet-stream"}
import http from 'k6/http';

export default function () {
  console.log(JSON.stringify(http.file('x', 'n')));
}
