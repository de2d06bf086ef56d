/** Attacks on a signed document by seed: single changed bytes of what is signed, and incremental updates of every kind. */
import { openPdf } from '../../../electron/workers/pdf-reader/file/view.ts';
import { isDictionary, isReference, type PdfValue } from '../../../electron/workers/pdf-reader/syntax/values.ts';
import { appendPackedUpdate, appendUpdate, type RawObject, sourceOf } from './raw-update.ts';
import { memorySource } from './sample-report.ts';
import { createRandom } from './seeded-random.ts';

export interface Attack {
  readonly what: string;
  readonly bytes: Buffer;
}

/** Single changed bits anywhere but in the holes' zero padding. */
export function* flips(document: Buffer, count: number, seed: number): Generator<Attack> {
  const random = createRandom(seed);
  const padding = paddingsOf(document);
  const newest = padding.at(-1);
  for (let made = 0; made < count; ) {
    const at = Math.floor(random() * document.length);
    if (padding.some(({ start, end }) => at >= start && at < end)) continue;
    const bit = Math.floor(random() * 8);
    const bytes = Buffer.from(document);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    // The newest hole is in no range: there another case of the same digit says the same.
    const isInNewestHole = newest !== undefined && at >= newest.message && at < newest.start;
    if (isInNewestHole && String.fromCharCode(bytes[at] ?? 0).toLowerCase() === document.toString('latin1', at, at + 1))
      continue;
    made++;
    yield { what: `byte ${at}, bit ${bit}`, bytes };
  }
}

/** The zeros behind each message in its hole. */
function paddingsOf(document: Buffer): { readonly message: number; readonly start: number; readonly end: number }[] {
  const text = document.toString('latin1');
  return [...text.matchAll(/\/Contents <([0-9a-f]*?)((?:00)*)>/g)].map((match) => {
    const message = match.index + '/Contents <'.length;
    const start = message + (match[1] ?? '').length;
    return { message, start, end: start + (match[2] ?? '').length };
  });
}

/** Incremental updates, correct in form, each of which changes something that can be reached. */
export async function* updates(document: Buffer, count: number, seed: number): AsyncGenerator<Attack> {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const numbers = await reachable(document);
  const sources = new Map<number, string>();
  for (const number of numbers) sources.set(number, await sourceOf(document, number).catch(() => ''));
  const dictionaries = numbers.filter((number) => /^<<[\s\S]*>>$/.test((sources.get(number) ?? '').trim()));
  const pages = dictionaries.filter((number) => /\/Type \/Page\b/.test(sources.get(number) ?? ''));
  const catalog = dictionaries.filter((number) => /\/Type \/Catalog\b/.test(sources.get(number) ?? ''));
  const source = (number: number): string => (sources.get(number) ?? '').trim();
  const next = Math.max(...numbers) + 100;
  const stream = '<</Length 26>>\nstream\nBT (isi palsu) Tj ET      \nendstream';
  const withKey = (number: number, key: string): string => source(number).replace(/>>$/, ` ${key}>>`);
  const kinds: readonly [string, () => { readonly target: number; readonly objects: readonly RawObject[] }][] = [
    ['a key added', () => one(pick(dictionaries), (number) => withKey(number, '/Palsu true'))],
    ['a key taken away', () => one(pick(dictionaries), (number) => source(number).replace(/\/[A-Za-z]+/, '/Palsu'))],
    ['emptied', () => one(pick(numbers), () => '<</Palsu 1>>')],
    ['made a stream', () => one(pick(numbers), () => stream)],
    ['made null', () => one(pick(dictionaries), () => 'null')],
    [
      'another page content',
      () => two(pick(pages), (number) => source(number).replace(/\/Contents \d+ 0 R/, `/Contents ${next} 0 R`), stream),
    ],
    [
      'a page with a note',
      () =>
        two(
          pick(pages),
          (number) => withoutAnnotations(source(number), next),
          '<</Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (catatan)>>',
        ),
    ],
    [
      'a script on opening',
      () => one(pick(catalog), (number) => withKey(number, '/OpenAction <</S /JavaScript /JS (1)>>')),
    ],
    ['another name tree', () => one(pick(catalog), (number) => source(number).replace('/Names', '/Nanes'))],
  ];
  const one = (target: number, make: (number: number) => string): { target: number; objects: RawObject[] } => ({
    target,
    objects: [{ number: target, source: make(target) }],
  });
  const two = (
    target: number,
    make: (number: number) => string,
    extra: string,
  ): { target: number; objects: RawObject[] } => ({
    target,
    objects: [
      { number: target, source: make(target) },
      { number: next, source: extra },
    ],
  });
  for (let made = 0; made < count; ) {
    const [kind, make] = pick(kinds);
    const { target, objects } = make();
    if (objects[0]?.source === source(target)) continue;
    const form =
      random() < 0.7 || objects.some((object) => object.source.includes('stream'))
        ? 'table'
        : pick(['packed', 'hybrid']);
    made++;
    const bytes =
      form === 'table'
        ? await appendUpdate(document, objects)
        : await appendPackedUpdate(document, objects, form === 'hybrid');
    yield { what: `${kind}: object ${target}, ${form}`, bytes };
  }
}

function withoutAnnotations(source: string, note: number): string {
  return /\/Annots \[/.test(source)
    ? source.replace('/Annots [', `/Annots [${note} 0 R `)
    : source.replace(/>>$/, ` /Annots [${note} 0 R]>>`);
}

/** Numbers that the newest revision can reach. */
async function reachable(document: Buffer): Promise<number[]> {
  const view = (await openPdf(memorySource(document))).views.at(-1);
  if (view === undefined) throw new Error('no revision');
  const found = new Set<number>();
  const visit = async (value: PdfValue): Promise<void> => {
    if (isReference(value)) {
      if (found.has(value.number)) return;
      found.add(value.number);
      await visit((await view.object(value.number)).value);
    } else if (Array.isArray(value)) for (const item of value) await visit(item);
    else if (isDictionary(value)) for (const item of value.values()) await visit(item);
  };
  await visit(view.trailer.get('Root') ?? null);
  return [...found];
}
