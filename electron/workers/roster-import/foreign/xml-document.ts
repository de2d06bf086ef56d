/**
 * An XML document of several namespaces as a stream of events, with the dangerous half of XML switched off: no DOCTYPE (so
 * no entity can be declared) and a depth limit. Names come with a prefix of ours, whatever the file calls it.
 */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { windows1252 } from '../windows-1252.ts';

/** Reads one attribute by its name with our prefix ("table:name"), or without one. */
export type AttributeReader = (name: string) => string | undefined;

export interface DocumentHandlers {
  /** `name` has our prefix; "?" stands for every element of a namespace that is none of ours. */
  open(name: string, attribute: AttributeReader): void;
  close(name: string): void;
  /** Character data, entities and CDATA resolved; asked for only while `wantsText` says so. */
  text(text: string): void;
  wantsText(): boolean;
}

/** Our prefix by namespace. */
export type Vocabulary = Readonly<Record<string, string>>;

/** Feeds a document to its handlers. Throws DamagedPart for anything that is not well-formed, and limit errors. */
export async function readDocument(
  chunks: AsyncIterable<Uint8Array>,
  vocabulary: Vocabulary,
  handlers: DocumentHandlers,
): Promise<void> {
  const parser = createParser(vocabulary, handlers);
  let decoder: Decoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.feed(decode(decoder, chunk));
  }
  if (!decoder) throw new DamagedPart('xml', 'empty document');
  parser.feed(decode(decoder, undefined));
  parser.end();
}

const NOT_OURS = '?';

interface Feeder {
  feed(text: string): void;
  end(): void;
}

function createParser(vocabulary: Vocabulary, handlers: DocumentHandlers): Feeder {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = new Names(vocabulary);
  const open: string[] = [];
  let quiet = 0;
  parser.on('doctype', () => {
    throw new DamagedPart('doctype', 'DOCTYPE is not allowed');
  });
  parser.on('attribute', ({ name, value }) => names.declare(name, value));
  parser.on('opentag', (tag) => {
    quiet = 0;
    if (open.length >= LIMITS.xmlDepth) throw limitExceeded('xmlDepth');
    names.enter(open.length + 1);
    const name = names.element(tag.name);
    open.push(name);
    handlers.open(name, (wanted) => tag.attributes[names.attribute(wanted)]);
  });
  parser.on('closetag', () => {
    quiet = 0;
    const name = open.pop();
    names.leave(open.length + 1);
    if (name !== undefined) handlers.close(name);
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

/** Follows the declarations of prefixes; the answers are kept until one of them changes. */
class Names {
  readonly #vocabulary: Vocabulary;
  readonly #scopes: { readonly depth: number; readonly uris: ReadonlyMap<string, string> }[] = [];
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  /** Names of attributes whose prefix is declared, and those that are still to be looked at. */
  readonly #sound = new Set<string>();
  #unseen: string[] = [];
  #declared: Map<string, string> | null = null;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Told of every attribute before its element is entered. */
  declare(name: string, value: string): void {
    if (this.#sound.has(name)) return;
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      if (value === '' && name !== 'xmlns') throw new DamagedPart('xml', 'a prefix without its namespace');
      this.#declared ??= new Map();
      this.#declared.set(name.slice(6), value);
    } else this.#unseen.push(name);
  }

  /** Throws DamagedPart for an attribute whose prefix nobody declared: it was another one once. */
  enter(depth: number): void {
    if (this.#declared !== null) {
      this.#scopes.push({ depth, uris: this.#declared });
      this.#declared = null;
      this.#forget();
    }
    for (const name of this.#unseen) {
      this.#assertDeclared(name);
      this.#sound.add(name);
    }
    this.#unseen = [];
  }

  leave(depth: number): void {
    if (this.#scopes.at(-1)?.depth !== depth) return;
    this.#scopes.pop();
    this.#forget();
  }

  element(written: string): string {
    const held = this.#elements.get(written);
    if (held !== undefined) return held;
    this.#assertDeclared(written);
    const colon = written.indexOf(':');
    const prefix = this.#vocabulary[this.#uriOf(colon < 0 ? '' : written.slice(0, colon))];
    const name = prefix === undefined ? NOT_OURS : `${prefix}:${written.slice(colon + 1)}`;
    this.#elements.set(written, name);
    return name;
  }

  /** The name under which an attribute of ours is written here. */
  attribute(wanted: string): string {
    const held = this.#attributes.get(wanted);
    if (held !== undefined) return held;
    const colon = wanted.indexOf(':');
    if (colon < 0) return wanted;
    const ours = wanted.slice(0, colon);
    const prefixes = this.#scopes.flatMap(({ uris }) => [...uris.keys()]);
    // An attribute without prefix has no namespace: the default one never counts.
    const prefix = prefixes.findLast((known) => known !== '' && this.#vocabulary[this.#uriOf(known)] === ours);
    const written = `${prefix ?? ours}:${wanted.slice(colon + 1)}`;
    this.#attributes.set(wanted, written);
    return written;
  }

  #assertDeclared(name: string): void {
    const [prefix = '', local, ...more] = name.split(':');
    if (local === undefined || prefix === 'xml') return;
    const declared = this.#scopes.some(({ uris }) => uris.has(prefix));
    if (!declared || local === '' || more.length > 0)
      throw new DamagedPart('xml', `no prefix for ${name.slice(0, 40)}`);
  }

  #uriOf(prefix: string): string {
    return this.#scopes.findLast(({ uris }) => uris.has(prefix))?.uris.get(prefix) ?? '';
  }

  #forget(): void {
    this.#elements.clear();
    this.#attributes.clear();
    this.#sound.clear();
  }
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

/** Encodings that a document may declare beside UTF-8 and UTF-16; all else is refused rather than guessed. */
const ONE_BYTE = /^(us-ascii|iso-8859-1|windows-1252|latin1)$/i;

/** What is asked of a decoder: the text of a piece, and at the end of what is left. */
interface Decoder {
  decode(chunk?: Uint8Array, options?: { stream?: boolean }): string;
}

function decoderFor(first: Uint8Array): Decoder {
  const [a, b] = first;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le', { fatal: true });
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be', { fatal: true });
  const head = Buffer.from(first.buffer, first.byteOffset, Math.min(first.length, 200)).toString('latin1');
  const declared = /^[^<]{0,4}<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1] ?? 'utf-8';
  if (ONE_BYTE.test(declared)) return { decode: (chunk) => (chunk ? windows1252(chunk) : '') };
  if (!/^utf-?8$/i.test(declared)) throw new DamagedPart('encoding', declared.slice(0, 40));
  return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: Decoder, chunk: Uint8Array | undefined): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new DamagedPart('encoding', 'bytes are not text of the declared encoding', { cause: error });
  }
}
