/** The table of texts that cells refer to by number. */
import { unescapeOoxml } from '../cells.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { type PartHandlers, readPart } from './xml-part.ts';

/** Reads sharedStrings.xml: rich text is joined, phonetic guides are left out. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  const handlers: PartHandlers = {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.push(finished(text, strings.length));
    },
    text(piece) {
      text = text === '' ? piece : text + piece;
    },
    wantsText: () => inText,
  };
  await readPart(chunks, handlers);
  return strings;
}

function finished(text: string, count: number): string {
  if (count >= LIMITS.sharedStrings) throw limitExceeded('sharedStrings');
  const plain = unescapeOoxml(text);
  if (plain.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters');
  return owned(plain);
}

/** A copy that stands alone: what the parser cut out would keep its whole piece of XML in memory (V8 slices from 13). */
function owned(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
