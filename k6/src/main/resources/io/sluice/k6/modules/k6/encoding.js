// Base 64: the module "k6/encoding".
const host = __sluice.encoding();

const plain = (input) => (ArrayBuffer.isView(input) ? input.buffer.slice(input.byteOffset, input.byteOffset + input.byteLength) : input instanceof ArrayBuffer ? input : String(input));

export const b64encode = (input, encoding) => host.encode(plain(input), encoding || 'std');

export const b64decode = (input, encoding, format) =>
  format === 's' ? host.decodeText(String(input), encoding || 'std') : new ArrayBuffer(host.decode(String(input), encoding || 'std')).slice(0);

export default { b64encode, b64decode };
