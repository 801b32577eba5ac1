// Files, read piece by piece: the module "k6/experimental/fs". The content is shared by all users.
export const SeekMode = { Start: 0, Current: 1, End: 2 };

class File {
  #bytes;
  #at = 0;

  constructor(path, content) {
    this.path = path;
    this.#bytes = new Uint8Array(content);
  }

  async stat() { return { name: this.path.split('/').pop(), size: this.#bytes.length }; }

  async read(into) {
    if (this.#at >= this.#bytes.length) return null;
    const piece = this.#bytes.subarray(this.#at, this.#at + into.length);
    into.set(piece);
    this.#at += piece.length;
    return piece.length;
  }

  async seek(offset, whence) {
    const start = whence === SeekMode.Current ? this.#at : whence === SeekMode.End ? this.#bytes.length : 0;
    const to = start + offset;
    if (to < 0 || to > this.#bytes.length) throw new Error(`seek to ${to} is outside of the file, which has ${this.#bytes.length} bytes`);
    this.#at = to;
    return to;
  }

  static text(file) { return new TextDecoder().decode(file.#bytes); }
}

export const text = (file) => File.text(file);
export async function open(path) { return new File(path, globalThis.open(path, 'b')); }
export default { open, SeekMode };
