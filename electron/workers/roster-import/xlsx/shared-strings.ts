/** The table of texts that cells refer to by number. */
import { unescapeOoxml } from '../cells.ts';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { PlainElements } from './plain-feed.ts';
import { PlainScanner } from './plain-markup.ts';
import { isRun, unexpected } from './text-runs.ts';
import { type PartHandlers, readPart } from './xml-part.ts';

/** Reads sharedStrings.xml: rich text is joined, phonetic guides are left out. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const reader = new TableReader();
  await readPart(chunks, reader);
  return reader.strings;
}

const OUTSIDE = 0;
const IN_TABLE = 1;
const IN_ITEM = 2;
const IN_RUN = 3;
const IN_TEXT = 4;

class TableReader implements PartHandlers {
  readonly root = 'sst';
  readonly strings: string[] = [];
  readonly plain: PlainElements = {
    opening: '<si',
    isExpected: () => this.#state === IN_TABLE,
    take: (text, at) => this.#takePlainItem(text, at),
  };
  readonly #scanner = new PlainScanner();
  #state = OUTSIDE;
  /** What a text stands in, to come back to. */
  #around = IN_ITEM;
  /** Whether the item or run that is open has its text. */
  #hasText = false;
  #text = '';
  #run = '';

  open(name: string): boolean {
    switch (this.#state) {
      case OUTSIDE:
        this.#state = IN_TABLE;
        return true;
      case IN_TABLE:
        if (name !== 'si') return unexpected(name, 'sst');
        this.#text = '';
        return this.#enter(IN_ITEM);
      case IN_ITEM:
        if (name === 't') return this.#openText();
        return isRun(name, 'si') && this.#enter(IN_RUN);
      case IN_RUN:
        if (name === 't') return this.#openText();
        return name === 'rPr' ? false : unexpected(name, 'r');
      default:
        return unexpected(name, 't');
    }
  }

  close(): void {
    switch (this.#state) {
      case IN_TEXT:
        // Escapes are resolved run by run: half of one in each of two runs is none.
        this.#text += unescapeOoxml(this.#run);
        this.#run = '';
        this.#state = this.#around;
        return;
      case IN_RUN:
        this.#state = IN_ITEM;
        return;
      case IN_ITEM:
        this.strings.push(finished(this.#text, this.strings.length));
        this.#state = IN_TABLE;
        return;
      default:
        this.#state = OUTSIDE;
    }
  }

  text(piece: string): void {
    this.#run += piece;
  }

  wantsText(): boolean {
    return this.#state === IN_TEXT;
  }

  /** An item of one text, without formatting. */
  #takePlainItem(text: string, at: number): number {
    const scanner = this.#scanner;
    scanner.begin(text, at);
    if (!scanner.take('<si><t') || !scanner.takeTagEnd() || scanner.selfClosed) return scanner.failure();
    const start = scanner.at;
    if (!scanner.takeText()) return scanner.failure();
    const end = scanner.at;
    if (!scanner.take('</t></si>')) return scanner.failure();
    this.strings.push(finished(unescapeOoxml(text.slice(start, end)), this.strings.length));
    return scanner.at;
  }

  #enter(state: number): true {
    this.#state = state;
    this.#hasText = false;
    return true;
  }

  #openText(): true {
    if (this.#hasText) throw new DamagedPart('cell-value', 'two texts in one run');
    this.#hasText = true;
    this.#around = this.#state;
    this.#state = IN_TEXT;
    return true;
  }
}

function finished(text: string, count: number): string {
  if (count >= LIMITS.sharedStrings) throw limitExceeded('sharedStrings');
  if (text.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters');
  return owned(text);
}

/** A copy that stands alone: what the parser cut out would keep its whole piece of XML in memory (V8 slices from 13). */
function owned(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
