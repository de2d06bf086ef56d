/** Takes the document's bytes, passes them on in pieces of a quarter megabyte, and counts and hashes them on the way. */
import { createHash } from 'node:crypto';

const PIECE_BYTES = 256 * 1024;

/** Where finished pieces go; resolves when the piece was taken. */
export type PassOn = (bytes: Uint8Array) => Promise<void>;

export class ByteSink {
  readonly #passOn: PassOn;
  readonly #hash = createHash('sha256');
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #total = 0;

  constructor(passOn: PassOn) {
    this.#passOn = passOn;
  }

  /** Bytes taken so far. */
  get total(): number {
    return this.#total;
  }

  /** Takes bytes without waiting; call `drain` at the next pause. */
  take(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.byteLength;
    this.#total += bytes.byteLength;
  }

  /** Passes on what is waiting once it is a good piece. */
  async drain(): Promise<void> {
    if (this.#waitingBytes >= PIECE_BYTES) await this.flush();
  }

  /** Passes on everything that is waiting. */
  async flush(): Promise<void> {
    if (this.#waitingBytes === 0) return;
    const piece = this.#waiting.length === 1 && this.#waiting[0] ? this.#waiting[0] : Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#hash.update(piece);
    await this.#passOn(piece);
  }

  /** SHA-256 of everything passed on, lower-case hex; call once, after the last flush. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}
