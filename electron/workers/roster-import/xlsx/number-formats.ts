/** Which cell styles show a number as a date: just enough of styles.xml to tell. */
import { type PartHandlers, readPart } from './xml-part.ts';

/** By style index (the `s` attribute of a cell): true when its number format is a date. */
export type DateStyles = readonly boolean[];

/** Reads styles.xml. A workbook without it has no dates. */
export async function readDateStyles(chunks: AsyncIterable<Uint8Array>): Promise<DateStyles> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellFormats = false;
  const handlers: PartHandlers = {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'xf' && inCellFormats) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
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
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** True when a format code has a day, month, year or time field outside quoted text, escapes and colours. */
export function isDateFormat(code: string): boolean {
  const [positive = ''] = code.split(';');
  const bare = positive
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[dmyhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/gi, ''));
}
