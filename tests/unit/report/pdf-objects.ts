/** The objects of a file with classic cross-reference tables, as its newest revision has them, for the rules on them. */

export interface PdfObject {
  readonly id: number;
  readonly source: string;
  readonly stream: Buffer | null;
}

export interface PdfFile {
  readonly text: string;
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly all: readonly PdfObject[];
  /** Of every revision, the newest first. */
  readonly trailers: readonly string[];
}

/** What is noticed while the objects are read. */
export const FOUND_WHILE_READING = ['cross-reference table', 'streams are as long as they say'] as const;

/** Reads every revision's table; what is wrong with a table or with a stream is put into `broken`. */
export function readObjects(pdf: Buffer, broken: Set<string>): PdfFile {
  const text = pdf.toString('latin1');
  const { offsets, trailers } = readTables(text, broken);
  const sources = new Map<number, { readonly at: number; readonly source: string }>();
  for (const [id, at] of offsets) {
    if (!text.startsWith(`${id} 0 obj\n`, at)) broken.add('cross-reference table');
    const end = text.indexOf('endobj', at);
    const streamAt = text.indexOf('\nstream\n', at);
    sources.set(id, { at, source: text.slice(at, streamAt >= 0 && streamAt < end ? streamAt : end) });
  }
  const objects = new Map<number, PdfObject>();
  for (const [id, { at, source }] of sources)
    objects.set(id, { id, source, stream: streamOf(pdf, text, at, source, sources, broken) });
  return { text, objects, all: [...objects.values()], trailers };
}

/** Where each object stands; a newer revision's word goes before an older one's. */
function readTables(
  text: string,
  broken: Set<string>,
): { readonly offsets: ReadonlyMap<number, number>; readonly trailers: readonly string[] } {
  const offsets = new Map<number, number>();
  const trailers: string[] = [];
  let next: number | undefined = Number(/startxref\n(\d+)\n/.exec(text.slice(-200))?.[1] ?? Number.NaN);
  while (next !== undefined) {
    const head = /^xref\n((?:\d+ \d+\n(?:\d{10} \d{5} [nf][ \r]\n)+)+)trailer\n/.exec(text.slice(next));
    if (head === null) {
      broken.add('cross-reference table');
      break;
    }
    for (const section of (head[1] ?? '').matchAll(/(\d+) \d+\n((?:\d{10} .{8}\n)+)/g)) {
      for (const [index, line] of (section[2] ?? '').trimEnd().split('\n').entries()) {
        const id = Number(section[1]) + index;
        if (line.includes(' n') && !offsets.has(id)) offsets.set(id, Number(line.slice(0, 10)));
      }
    }
    const start: number = next + head[0].length;
    const trailer = text.slice(start, text.indexOf('startxref', start));
    trailers.push(trailer);
    const before = /\/Prev (\d+)/.exec(trailer)?.[1];
    next = before === undefined || Number(before) >= next ? undefined : Number(before);
  }
  return { offsets: new Map([...offsets].sort(([one], [other]) => one - other)), trailers };
}

function streamOf(
  pdf: Buffer,
  text: string,
  at: number,
  source: string,
  objects: ReadonlyMap<number, { source: string }>,
  broken: Set<string>,
): Buffer | null {
  const begin = at + source.length;
  if (!text.startsWith('\nstream\n', begin)) return null;
  const length = /\/Length (\d+)(?: 0 (R))?/.exec(source);
  const indirect = length?.[2] ? Number(/obj\n(\d+)/.exec(objects.get(Number(length[1]))?.source ?? '')?.[1]) : null;
  const bytes = indirect ?? Number(length?.[1]);
  const from = begin + 8;
  if (!text.startsWith('\nendstream', from + bytes)) broken.add('streams are as long as they say');
  return pdf.subarray(from, from + bytes);
}
