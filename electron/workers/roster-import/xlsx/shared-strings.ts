/** The table of texts that cells refer to by number. */
import { unescapeOoxml } from '../cells.ts';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { type PartHandlers, readPart } from './xml-part.ts';

/** Reads sharedStrings.xml: rich text is joined, phonetic guides are left out. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let run = '';
  let inText = false;
  let hasText = false;
  const handlers: PartHandlers = {
    root: 'sst',
    open(name) {
      if (name === 'rPh') return false;
      if (name === 'si') text = '';
      if (name === 'si' || name === 'r') hasText = false;
      if (name !== 't') return true;
      if (hasText) throw new DamagedPart('cell-value', 'two texts in one run');
      hasText = true;
      inText = true;
      return true;
    },
    close(name) {
      if (name === 't') {
        // Escapes are resolved run by run: half of one in each of two runs is none.
        text += unescapeOoxml(run);
        run = '';
        inText = false;
      } else if (name === 'si') strings.push(finished(text, strings.length));
    },
    text(piece) {
      run += piece;
    },
    wantsText: () => inText,
  };
  await readPart(chunks, handlers);
  return strings;
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
