/** Random access to a file that is read by ranges, with the last pages kept. */
import { PdfSyntaxError } from '../syntax/parser.ts';

/** Reads at most `length` bytes from `offset`. */
export type ReadRange = (offset: number, length: number) => Promise<Uint8Array>;

export interface PdfSource {
  readonly size: number;
  /** Exactly these bytes, cut at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Passes a range on in chunks, in order, without keeping it. */
  stream(offset: number, length: number): AsyncGenerator<Uint8Array>;
}

const PAGE = 16 * 1024;
const KEPT_PAGES = 512;
const CHUNK = 512 * 1024;

/** A source over a reader; small reads are served from 16 kB pages, 8 MB of which are kept, larger ones are not kept. */
export function openSource(size: number, readRange: ReadRange): PdfSource {
  const pages = new Map<number, Promise<Uint8Array>>();
  const readFully = async (offset: number, length: number): Promise<Uint8Array> => {
    const bytes = await readRange(offset, length);
    if (bytes.length !== length) throw new PdfSyntaxError('the file ends early');
    return bytes;
  };
  const pageAt = (index: number): Promise<Uint8Array> => {
    const page = pages.get(index) ?? readFully(index * PAGE, Math.min(PAGE, size - index * PAGE));
    pages.delete(index);
    pages.set(index, page);
    const oldest = pages.keys().next().value;
    if (pages.size > KEPT_PAGES && oldest !== undefined) pages.delete(oldest);
    return page;
  };
  return {
    size,
    read: async (offset, length) => {
      const wanted = Math.max(0, Math.min(length, size - offset));
      if (wanted > 2 * PAGE) return readFully(offset, wanted);
      const result = new Uint8Array(wanted);
      for (let done = 0; done < wanted; ) {
        const at = offset + done;
        const page = await pageAt(Math.floor(at / PAGE));
        const part = page.subarray(at % PAGE, Math.min(page.length, (at % PAGE) + wanted - done));
        result.set(part, done);
        done += part.length;
      }
      return result;
    },
    stream: async function* (offset, length) {
      const end = offset + length;
      let next = startRead(readFully, offset, end);
      for (let at = offset; at < end; ) {
        const bytes = await next;
        at += bytes.length;
        // The next chunk is on its way while this one is used.
        next = startRead(readFully, at, end);
        yield bytes;
      }
    },
  };
}

function startRead(readFully: ReadRange, at: number, end: number): Promise<Uint8Array> {
  const reading = at < end ? readFully(at, Math.min(CHUNK, end - at)) : Promise.resolve(new Uint8Array());
  // A failure is met where the chunk is awaited; if the consumer stopped before, nobody needs it.
  reading.catch(() => undefined);
  return reading;
}
