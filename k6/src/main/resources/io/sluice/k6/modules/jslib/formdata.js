// Stands for https://jslib.k6.io/formdata/*/index.js: a multipart body, put together by hand.
const encoder = new TextEncoder();

export class FormData {
  constructor() {
    this.boundary = '------RWWorkerFormDataBoundary' + Math.random().toString(36);
    this.parts = [];
  }

  append(name, value, filename) { this.parts.push([String(name), value, filename]); }

  body() {
    const chunks = [];
    const text = (line) => chunks.push(encoder.encode(line));
    for (const [name, value, given] of this.parts) {
      const file = value !== null && typeof value === 'object' && value.data !== undefined;
      let head = `--${this.boundary}\r\nContent-Disposition: form-data; name="${name}"`;
      if (file) head += `; filename="${given || value.filename}"\r\nContent-Type: ${value.content_type || 'application/octet-stream'}`;
      text(head + '\r\n\r\n');
      const data = file ? value.data : String(value);
      chunks.push(typeof data === 'string' ? encoder.encode(data) : new Uint8Array(data.buffer || data));
      text('\r\n');
    }
    text(`--${this.boundary}--\r\n`);
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes.buffer;
  }
}

export default { FormData };
