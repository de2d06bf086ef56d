/**
 * One XML part, as a stream of events over saxes, with the dangerous half of XML switched off: no DOCTYPE (so no entity
 * can be declared), a depth limit, UTF-8 or UTF-16 only.
 */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { localName, Namespaces } from './namespaces.ts';
import { type MarkupParser, type PlainElements, PlainFeed } from './plain-feed.ts';

/** Attributes by their name as written. */
export type Attributes = Readonly<Record<string, string>>;

/** What a part's reader listens to. Element names come without prefix, and only those of the root's own namespace. */
export interface PartHandlers {
  /** Name that the root has to have: a part in another's place is damage, not an empty part. */
  readonly root: string;
  /** Answers false to leave the element out with everything in it; its end is not told then. */
  open(name: string, attributes: Attributes): boolean;
  close(name: string): void;
  /** Character data (entities and CDATA resolved); asked for only while `wantsText` says so. */
  text(text: string): void;
  wantsText(): boolean;
  /** Elements that are taken without the parser while they are in plain form. */
  readonly plain?: PlainElements;
}

/**
 * Feeds a part to its handlers, yielding after each chunk so that the caller can hand on what was gathered.
 * Throws DamagedPart for anything that is not well-formed.
 */
export async function* parsePart(
  chunks: AsyncIterable<Uint8Array>,
  handlers: PartHandlers,
): AsyncGenerator<void, void, undefined> {
  const markup = createParser(handlers);
  const parser = handlers.plain ? new PlainFeed(markup, handlers.plain) : markup;
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.write(decode(decoder, chunk));
    yield;
  }
  if (!decoder) throw new DamagedPart('xml', 'empty part');
  parser.write(decode(decoder, undefined));
  parser.end();
  yield;
}

/** Runs a whole part through its handlers. */
export async function readPart(chunks: AsyncIterable<Uint8Array>, handlers: PartHandlers): Promise<void> {
  for await (const _ of parsePart(chunks, handlers));
}

/** Depth up to which plain elements are looked for: far from the limit. */
const PLAIN_DEPTH = 8;

function createParser(handlers: PartHandlers): MarkupParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const namespaces = new Namespaces();
  let depth = 0;
  /** Depth of the element that is being left out; 0 when none is. */
  let leftOut = 0;
  /** Characters that were written; how many of them when the last piece of markup was seen, and when the last tag ended. */
  let written = 0;
  let markupAt = 0;
  let tagEnd = 0;
  parser.on('doctype', () => {
    throw new DamagedPart('doctype', 'DOCTYPE is not allowed');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?(8|16)(le|be)?$/i.test(encoding)) throw new DamagedPart('encoding', encoding);
  });
  parser.on('attribute', ({ name, value }) => namespaces.attribute(name, value));
  parser.on('opentag', (tag) => {
    markupAt = tagEnd = parser.position;
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw limitExceeded('xmlDepth');
    if (leftOut > 0) {
      namespaces.forget();
      return;
    }
    const kind = namespaces.open(tag.name, tag.attributes);
    if (depth === 1 && localName(tag.name) !== handlers.root)
      throw new DamagedPart('xml', `root is no ${handlers.root}`);
    const wanted = kind === 'own' ? handlers.open(localName(tag.name), tag.attributes) : kind === 'transparent';
    if (!wanted) leftOut = depth;
  });
  parser.on('closetag', (tag) => {
    markupAt = tagEnd = parser.position;
    const told = leftOut === 0;
    if (told || leftOut === depth) {
      leftOut = 0;
      const kind = namespaces.close(tag.name);
      if (told && kind === 'own') handlers.close(localName(tag.name));
    }
    depth -= 1;
  });
  const takeText = (text: string): void => {
    markupAt = parser.position;
    if (leftOut === 0 && handlers.wantsText()) handlers.text(text);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  return {
    write(text) {
      written += text.length;
      asDamage(() => parser.write(text));
      if (written - markupAt > LIMITS.runCharacters) throw limitExceeded('runCharacters');
    },
    isBetweenElements: () =>
      tagEnd === written && leftOut === 0 && depth > 0 && depth <= PLAIN_DEPTH && namespaces.bareNamesAreOwn,
    end: () => asDamage(() => parser.close()),
  };
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
  // By its mark, or by how "<" looks in it.
  const little = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  const label = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { fatal: true });
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new DamagedPart('encoding', 'bytes are not text of the declared encoding', { cause: error });
  }
}
