/** Reads a WACZ with code that is not ours (warcio for its records), and recomputes every digest in it. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { WARCParser } from 'warcio';
import { z } from 'zod';
import { unzip } from '../../fixtures/roster/zip-reader.ts';

export interface ReadRecord {
  readonly type: string;
  readonly address: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly warc: ReadonlyMap<string, string>;
  readonly payload: Buffer;
}

export interface ReadWacz {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly records: readonly ReadRecord[];
  readonly index: readonly IndexLine[];
  readonly pages: readonly Readonly<Record<string, unknown>>[];
  /** Everything as it stands in the file, unpacked: for searches of what must not be there. */
  readonly clear: Buffer;
}

const indexLine = z.strictObject({
  url: z.string(),
  mime: z.string(),
  digest: z.string(),
  offset: z.string().regex(/^\d+$/),
  length: z.string().regex(/^\d+$/),
  status: z.string().regex(/^\d+$/),
  filename: z.literal('data.warc.gz'),
  method: z.string().optional(),
});
type IndexLine = z.infer<typeof indexLine> & { readonly key: string };

const dataPackage = z.looseObject({
  profile: z.literal('data-package'),
  wacz_version: z.literal('1.1.1'),
  resources: z.array(z.strictObject({ name: z.string(), path: z.string(), hash: z.string(), bytes: z.number().int() })),
});

/** Takes it apart; fails where a hash, an offset or a form is wrong. */
export async function readWacz(bytes: Uint8Array): Promise<ReadWacz> {
  const files = new Map(unzip(bytes).map(({ name, data }) => [name, data]));
  const file = (name: string): Buffer => {
    const found = files.get(name);
    if (found === undefined) throw new Error(`the archive has no ${name}`);
    return found;
  };
  expect([...files.keys()]).toEqual([
    'archive/data.warc.gz',
    'indexes/index.cdxj',
    'pages/pages.jsonl',
    'datapackage.json',
    'datapackage-digest.json',
  ]);
  const list = dataPackage.parse(JSON.parse(file('datapackage.json').toString()));
  for (const { path, hash, bytes: length } of list.resources)
    expect([path, `sha256:${sha256(file(path))}`, file(path).length]).toEqual([path, hash, length]);
  expect(JSON.parse(file('datapackage-digest.json').toString())).toEqual({
    path: 'datapackage.json',
    hash: `sha256:${sha256(file('datapackage.json'))}`,
  });
  const warc = file('archive/data.warc.gz');
  const records = await readRecords(warc);
  const index = readIndex(file('indexes/index.cdxj').toString());
  for (const line of index) await demandIndexed(warc, line);
  expect(index).toHaveLength(records.filter(({ type }) => type === 'response').length);
  const pages = linesOf(file('pages/pages.jsonl').toString()).map((line) => z.looseObject({}).parse(JSON.parse(line)));
  const clear = Buffer.concat([gunzipSync(warc), ...[...files.values()].filter((data) => data !== warc)]);
  return { files, records, index, pages, clear };
}

async function readRecords(warc: Uint8Array): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  for await (const record of new WARCParser(chunks(warc), { keepHeadersCase: false, parseHttp: false })) {
    const block = Buffer.from(await record.readFully(false));
    const warcHeaders = lowerCase(record.warcHeaders.headers);
    expect(warcHeaders.get('warc-block-digest'), record.warcType).toBe(`sha256:${sha256(block)}`);
    const split = record.warcType === 'warcinfo' ? -4 : block.indexOf('\r\n\r\n');
    const payload = block.subarray(split + 4);
    if (split >= 0) expect(warcHeaders.get('warc-payload-digest')).toBe(`sha256:${sha256(payload)}`);
    const [first = '', ...lines] = block.subarray(0, Math.max(0, split)).toString().split('\r\n');
    records.push({
      type: record.warcType,
      address: record.warcTargetURI ?? '',
      status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? '0'),
      headers: new Map(lines.map((line) => headerOf(line))),
      warc: warcHeaders,
      payload,
    });
  }
  return records;
}

function readIndex(text: string): IndexLine[] {
  const lines = linesOf(text);
  expect([...lines].sort((left, right) => (left < right ? -1 : 1))).toEqual(lines);
  return lines.map((line) => {
    const [key = '', stamp = ''] = line.split(' ', 2);
    expect(stamp).toMatch(/^\d{14}$/);
    return { ...indexLine.parse(JSON.parse(line.slice(line.indexOf('{')))), key };
  });
}

/** What lies at the place that the index names is that very answer. */
async function demandIndexed(warc: Uint8Array, line: IndexLine): Promise<void> {
  const [offset, length] = [Number(line.offset), Number(line.length)];
  const [record, ...more] = await readRecords(warc.subarray(offset, offset + length));
  expect(more).toEqual([]);
  expect([record?.type, record?.address, String(record?.status)]).toEqual(['response', line.url, line.status]);
  expect(record?.warc.get('warc-payload-digest')).toBe(line.digest);
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

function lowerCase(headers: Iterable<[string, string]>): Map<string, string> {
  return new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]));
}

function headerOf(line: string): [string, string] {
  const at = line.indexOf(': ');
  return [line.slice(0, at).toLowerCase(), line.slice(at + 2)];
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
