/** Gives whole columns of a written workbook the format of their first cell: the library writes none for a column. */
import { inflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** Ahead of the directory of a zip file and of each of its entries. */
const DIRECTORY_END = 0x06054b50;
const DEFLATED = 8;

/** The workbook anew: every `<col>` with the style that the cell of row 2 below it has. */
export async function withColumnFormats(workbook: Uint8Array): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { name, content } of partsOf(Buffer.from(workbook)))
    zip.addBuffer(SHEET.test(name) ? Buffer.from(styled(content.toString('utf8'))) : content, name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function styled(sheet: string): string {
  return sheet.replaceAll(/<col min="(\d+)" max="\1"(?![^>]*style=)/g, (col, number: string) => {
    const letter = String.fromCharCode(64 + Number(number));
    const style = new RegExp(`<c r="${letter}2"[^>]* s="(\\d+)"`).exec(sheet)?.[1];
    return style === undefined ? col : `${col} style="${style}"`;
  });
}

/** The parts of a small zip file that this program has made itself: no comment, no ZIP64. */
function partsOf(zip: Buffer): { readonly name: string; readonly content: Buffer }[] {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== DIRECTORY_END) throw new Error('the workbook has no directory where it was written');
  const parts: { name: string; content: Buffer }[] = [];
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed;
    parts.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), content });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
