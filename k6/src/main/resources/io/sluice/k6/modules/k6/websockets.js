// WebSockets as browsers have them, in the user's event loop: the module "k6/websockets".
const host = __sluice.sockets();

const pairs = (object) => {
  let flat = '';
  for (const key in object || {}) flat += key + '\0' + object[key] + '\0';
  return flat;
};

export class WebSocket {
  #wire;
  #listeners = {};

  constructor(url, protocols, params) {
    this.url = String(url);
    this.readyState = 0;
    this.bufferedAmount = 0;
    this.binaryType = 'blob';
    this.protocol = '';
    this.extensions = '';
    for (const event of ['open', 'message', 'close', 'error', 'ping', 'pong']) this['on' + event] = null;
    const given = params || {};
    const names = protocols === undefined || protocols === null ? '' : [].concat(protocols).join(',');
    this.#wire = host.open(this.url, pairs(given.headers), names, pairs(given.tags), 60000, (event, content, code) => this.#take(event, content, code));
  }

  #take(event, content, code) {
    switch (event) {
      case 'open':
        this.readyState = 1;
        this.protocol = content;
        this.#emit({ type: 'open' });
        break;
      case 'message': this.#emit({ type: 'message', data: content, origin: this.url }); break;
      case 'binary': this.#emit({ type: 'message', data: new ArrayBuffer(content).slice(0), origin: this.url }); break;
      case 'ping': case 'pong': this.#emit({ type: event }); break;
      case 'error': this.#emit({ type: 'error', error: content, message: content }); break;
      default:
        this.readyState = 3;
        this.#emit({ type: 'close', code, reason: content, wasClean: code !== 1006 });
    }
  }

  #emit(event) {
    event.timestamp = Date.now();
    event.target = this;
    const own = this['on' + event.type];
    if (typeof own === 'function') own.call(this, event);
    for (const fn of this.#listeners[event.type] || []) fn.call(this, event);
  }

  addEventListener(type, fn) {
    if (!(('on' + type) in this)) throw new TypeError(`unknown event '${type}': expected open, message, close, error, ping or pong`);
    (this.#listeners[type] ||= []).push(fn);
  }

  send(data) {
    if (this.readyState !== 1) throw new Error('InvalidStateError: the WebSocket is not open');
    if (typeof data === 'string') this.#wire.send(data);
    else if (ArrayBuffer.isView(data)) this.#wire.sendBinary(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
    else this.#wire.sendBinary(data);
  }

  ping() { this.#wire.sendPing(); }

  close(code, reason) {
    if (this.readyState >= 2) return;
    this.readyState = 2;
    this.#wire.close(code === undefined ? 1000 : code, reason === undefined ? '' : String(reason));
  }
}

for (const [name, value] of [['CONNECTING', 0], ['OPEN', 1], ['CLOSING', 2], ['CLOSED', 3]]) {
  WebSocket[name] = value;
  WebSocket.prototype[name] = value;
}

export default { WebSocket };
