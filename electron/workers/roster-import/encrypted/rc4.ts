/** RC4, which the runtime's own crypto no longer has and old .xls files are locked with. It opens; it never protects. */

export class Rc4 {
  readonly #state: Uint8Array;
  #i = 0;
  #j = 0;

  constructor(key: Uint8Array) {
    const state = Uint8Array.from({ length: 256 }, (_, index) => index);
    let j = 0;
    for (let i = 0; i < 256; i += 1) {
      const held = state[i] ?? 0;
      j = (j + held + (key[i % key.length] ?? 0)) & 0xff;
      state[i] = state[j] ?? 0;
      state[j] = held;
    }
    this.#state = state;
  }

  /** Mixes the next bytes of the stream into `bytes`, in place. */
  apply(bytes: Buffer): Buffer {
    const state = this.#state;
    for (let index = 0; index < bytes.length; index += 1) {
      this.#i = (this.#i + 1) & 0xff;
      const a = state[this.#i] ?? 0;
      this.#j = (this.#j + a) & 0xff;
      const b = state[this.#j] ?? 0;
      state[this.#i] = b;
      state[this.#j] = a;
      bytes[index] = (bytes[index] ?? 0) ^ (state[(a + b) & 0xff] ?? 0);
    }
    return bytes;
  }
}
