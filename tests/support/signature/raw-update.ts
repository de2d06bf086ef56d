/** What an attacker does: changes a PDF with nothing but byte tools, correct in form. */
import { openPdf } from '../../../electron/workers/pdf-reader/file/view.ts';
import { memorySource } from './sample-report.ts';

export interface RawObject {
  readonly number: number;
  /** Everything between `obj` and `endobj`. */
  readonly source: string;
}

/** Appends an incremental update with these objects. */
export async function appendUpdate(
  bytes: Buffer,
  objects: readonly RawObject[],
  trailer: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const { xrefOffset, size, root, info } = await endOf(bytes);
  let body = '\n';
  const lines: string[] = [];
  for (const { number, source } of objects) {
    lines.push(`${number} 1\n${String(bytes.length + body.length).padStart(10, '0')} 00000 n \n`);
    body += `${number} 0 obj\n${source}\nendobj\n`;
  }
  const newSize = Math.max(size, ...objects.map(({ number }) => number + 1));
  const entries = { Size: String(newSize), Root: root, Info: info, Prev: String(xrefOffset), ...trailer };
  const dictionary = Object.entries(entries).map(([key, value]) => `/${key} ${value}`);
  const end = `xref\n${lines.join('')}trailer\n<<${dictionary.join(' ')}>>\nstartxref\n${bytes.length + body.length}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(body + end, 'latin1')]);
}

/** The source text of an object as the newest revision has it. */
export async function sourceOf(bytes: Buffer, number: number): Promise<string> {
  const view = (await openPdf(memorySource(bytes))).views.at(-1);
  const entry = view?.entries.get(number);
  if (entry?.kind !== 'plain') throw new Error(`no object ${number}`);
  const text = bytes.toString('latin1', entry.offset);
  return text.slice(text.indexOf('obj\n') + 4, text.indexOf('\nendobj'));
}

/** Numbers of the objects whose source matches. */
export async function numbersOf(bytes: Buffer, pattern: RegExp): Promise<number[]> {
  const view = (await openPdf(memorySource(bytes))).views.at(-1);
  const found: number[] = [];
  for (const [number, entry] of view?.entries ?? []) {
    if (entry.kind === 'plain' && pattern.test(await sourceOf(bytes, number))) found.push(number);
  }
  return found;
}

/** The only object that matches. */
export async function numberOf(bytes: Buffer, pattern: RegExp): Promise<number> {
  const [number, ...more] = await numbersOf(bytes, pattern);
  if (number === undefined || more.length > 0) throw new Error(`not exactly one object matches ${String(pattern)}`);
  return number;
}

async function endOf(bytes: Buffer): Promise<{ xrefOffset: number; size: number; root: string; info: string }> {
  const view = (await openPdf(memorySource(bytes))).views.at(-1);
  const text = bytes.toString('latin1', view?.xrefOffset ?? 0);
  const take = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  return {
    xrefOffset: view?.xrefOffset ?? 0,
    size: Number(take(/\/Size (\d+)/)),
    root: take(/\/Root (\d+ 0 R)/),
    info: take(/\/Info (\d+ 0 R)/),
  };
}

/** Appends an update whose objects stand in an object stream behind a cross-reference stream. */
export async function appendPackedUpdate(
  bytes: Buffer,
  objects: readonly RawObject[],
  hybrid: boolean,
): Promise<Buffer> {
  const { xrefOffset, size, root, info } = await endOf(bytes);
  const container = Math.max(size, ...objects.map(({ number }) => number + 1));
  let head = '';
  let body = '';
  for (const { number, source } of objects) {
    head += `${number} ${body.length} `;
    body += `${source}\n`;
  }
  const stream = (dictionary: string, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<<${dictionary} /Length ${data.length}>>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  const holder = stream(`/Type /ObjStm /N ${objects.length} /First ${head.length}`, Buffer.from(head + body, 'latin1'));
  const packed = Buffer.concat([Buffer.from(`\n${container} 0 obj\n`), holder]);
  const tableAt = bytes.length + packed.length;
  const row = (type: number, second: number, third: number): Buffer => {
    const entry = Buffer.alloc(7);
    entry.writeUInt8(type, 0);
    entry.writeUInt32BE(second, 1);
    entry.writeUInt16BE(third, 5);
    return entry;
  };
  const rows = [
    ...objects.map((_, index) => row(2, container, index)),
    row(1, bytes.length + 1, 0),
    row(1, tableAt, 0),
  ];
  const index = [...objects.map(({ number }) => number), container, container + 1]
    .map((number) => `${number} 1`)
    .join(' ');
  const names = `/Size ${container + 2} /Root ${root} /Info ${info} /Prev ${xrefOffset}`;
  const table = stream(`/Type /XRef /W [1 4 2] /Index [${index}] ${names}`, Buffer.concat(rows));
  const update = Buffer.concat([bytes, packed, Buffer.from(`${container + 1} 0 obj\n`), table]);
  if (!hybrid) return Buffer.concat([update, Buffer.from(`startxref\n${tableAt}\n%%EOF\n`)]);
  const trailer = `xref\n0 0\ntrailer\n<<${names} /XRefStm ${tableAt}>>\nstartxref\n${update.length}\n%%EOF\n`;
  return Buffer.concat([update, Buffer.from(trailer)]);
}
