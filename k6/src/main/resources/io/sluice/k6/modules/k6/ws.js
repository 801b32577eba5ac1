// WebSockets that hold the user until they are closed: the module "k6/ws".
const host = __sluice.sockets();
const timers = __sluice.timers();

const pairs = (object) => {
  let flat = '';
  for (const key in object || {}) flat += key + '\0' + object[key] + '\0';
  return flat;
};

class Socket {
  #handlers = {};
  #wire;
  #timers = [];
  #closing = false;

  static attach(socket, wire) { socket.#wire = wire; }

  static emit(socket, event, ...args) { for (const fn of socket.#handlers[event] || []) fn(...args); }

  static end(socket) { for (const id of socket.#timers) timers.clear(id); }

  static closing(socket) { return socket.#closing; }

  on(event, handler) { (this.#handlers[event] ||= []).push(handler); }

  send(message) { this.#wire.send(String(message)); }

  sendBinary(message) {
    if (!(message instanceof ArrayBuffer)) throw new TypeError('expected ArrayBuffer as argument');
    this.#wire.sendBinary(message);
  }

  ping() { this.#wire.sendPing(); }

  close(code) {
    this.#closing = true;
    this.#wire.close(code === undefined ? 1000 : code, '');
  }

  setTimeout(fn, ms) { this.#timers.push(timers.set(() => fn(), ms, false)); }

  setInterval(fn, ms) { this.#timers.push(timers.set(() => fn(), ms, true)); }
}

export function connect(url, params, setup) {
  const callback = typeof params === 'function' ? params : setup;
  const given = typeof params === 'function' || !params ? {} : params;
  if (typeof callback !== 'function') throw new TypeError('ws.connect() needs a function as its last argument');
  const socket = new Socket();
  const response = { url: String(url), status: 0, error: '', headers: {}, body: '' };
  const tags = pairs(given.tags);
  const wire = host.open(String(url), pairs(given.headers), '', tags, 60000, (event, content, code) => {
    switch (event) {
      case 'open':
        response.status = 101;
        callback(socket);
        Socket.emit(socket, 'open');
        break;
      case 'message': Socket.emit(socket, 'message', content); break;
      case 'binary': Socket.emit(socket, 'binaryMessage', new ArrayBuffer(content).slice(0)); break;
      case 'ping': case 'pong': Socket.emit(socket, event); break;
      case 'error':
        response.error = content;
        if (response.status === 0) response.status = code;
        else Socket.emit(socket, 'error', { error: () => content, toString: () => content });
        break;
      default:
        Socket.end(socket);
        if (response.status === 101) Socket.emit(socket, 'close', code);
    }
  });
  Socket.attach(socket, wire);
  host.await(wire);
  return response;
}

export default { connect };
