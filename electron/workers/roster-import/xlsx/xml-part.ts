/**
 * One XML part, as a stream of events over saxes, with the dangerous half of XML switched off: no DOCTYPE (so no entity
 * can be declared), a depth limit, UTF-8 or UTF-16 only.
 */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';

/** Attributes by their name as written. */
export type Attributes = Readonly<Record<string, string>>;

/** What a part's reader listens to. Element names come without prefix, and only those of the root's own namespace. */
export interface PartHandlers {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Character data (entities and CDATA resolved); asked for only while `wantsText` says so. */
  text(text: string): void;
  wantsText(): boolean;
}

/**
 * Feeds a part to its handlers, yielding after each chunk so that the caller can hand on what was gathered.
 * Throws DamagedPart for anything that is not well-formed.
 */
export async function* parsePart(
  chunks: AsyncIterable<Uint8Array>,
  handlers: PartHandlers,
): AsyncGenerator<void, void, undefined> {
  const parser = createParser(handlers);
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.feed(decode(decoder, chunk));
    yield;
  }
  if (!decoder) throw new DamagedPart('xml', 'empty part');
  parser.feed(decode(decoder, undefined));
  parser.end();
  yield;
}

/** Runs a whole part through its handlers. */
export async function readPart(chunks: AsyncIterable<Uint8Array>, handlers: PartHandlers): Promise<void> {
  for await (const _ of parsePart(chunks, handlers));
}

interface Feeder {
  feed(text: string): void;
  end(): void;
}

function createParser(handlers: PartHandlers): Feeder {
  // Namespaces are resolved by hand at the root: letting saxes do it for each attribute costs half of the speed.
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let prefix: string | null = null;
  let quiet = 0;
  parser.on('doctype', () => {
    throw new DamagedPart('doctype', 'DOCTYPE is not allowed');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?(8|16)(le|be)?$/i.test(encoding)) throw new DamagedPart('encoding', encoding);
  });
  parser.on('opentag', (tag) => {
    quiet = 0;
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw limitExceeded('xmlDepth');
    prefix ??= prefixOf(tag.name);
    const name = localName(tag.name, prefix);
    if (name !== null) handlers.open(name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    quiet = 0;
    depth -= 1;
    const name = localName(tag.name, prefix ?? '');
    if (name !== null) handlers.close(name);
  });
  const takeText = (text: string): void => {
    quiet = 0;
    if (handlers.wantsText()) handlers.text(text);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  return {
    feed(text) {
      quiet += text.length;
      asDamage(() => parser.write(text));
      if (quiet > LIMITS.runCharacters) throw limitExceeded('runCharacters');
    },
    end: () => asDamage(() => parser.close()),
  };
}

/** The root's prefix with its colon ("x:"), or "" when it has none. */
function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** The name without the root's prefix; null for an element of another namespace (extensions, markup compatibility). */
function localName(name: string, prefix: string): string | null {
  if (prefix === '') return name.includes(':') ? null : name;
  return name.startsWith(prefix) ? name.slice(prefix.length) : null;
}

/** saxes reports what is not well-formed with a plain Error; our own errors keep their kind. */
function asDamage(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error)
      throw new DamagedPart('xml', error.message, { cause: error });
    throw error;
  }
}

function decoderFor(first: Uint8Array): TextDecoder {
  const [a, b] = first;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { fatal: true });
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new DamagedPart('encoding', 'bytes are not text of the declared encoding', { cause: error });
  }
}
