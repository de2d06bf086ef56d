/** Which cell styles show a number as a date: just enough of styles.xml to tell. */
import { type PartHandlers, readPart } from './xml-part.ts';

/** By style index (the `s` attribute of a cell): true when its number format is a date. */
export type DateStyles = readonly boolean[];

/** Reads styles.xml. A workbook without it has no dates. */
export async function readDateStyles(chunks: AsyncIterable<Uint8Array>): Promise<DateStyles> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  /** The list that is open: formats of differences (dxfs) use the same elements and count nothing here. */
  let list = '';
  const handlers: PartHandlers = {
    root: 'styleSheet',
    open(name, attributes) {
      if (name === 'dxfs' || name === 'cellStyleXfs') return false;
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      else if (name === 'numFmt' && list === 'numFmts')
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'xf' && list === 'cellXfs') styles.push(Number(attributes['numFmtId'] ?? 0));
      return true;
    },
    close(name) {
      if (name === list) list = '';
    },
    text: () => undefined,
    wantsText: () => false,
  };
  await readPart(chunks, handlers);
  return styles.map((id) => {
    const code = codes.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code);
  });
}

/** Ids that the format defines as dates (ECMA-376 part 1, 18.8.30), the East Asian ones included. */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/**
 * True when a format code shows a date or a time. Its first section decides, as it is the one for ordinary values. Quoted
 * text, escapes, fill and padding, colours, conditions and locales are no fields; a digit place makes it a number.
 */
export function isDateFormat(code: string): boolean {
  const [section = ''] = code.replace(NO_FIELD, '').split(';');
  const fields = section.replace(/general/gi, '').replace(/([sS\]])[.,]0+/g, '$1');
  return /[dmyhs]/i.test(fields) && !/[0#?]/.test(fields);
}

/** Elapsed time in brackets ([h]:mm) is a field; everything else in brackets is not. */
const NO_FIELD = /"[^"]*"?|\\[^]|[_*][^]|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
