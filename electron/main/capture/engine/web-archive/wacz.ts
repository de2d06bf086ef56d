/**
 * A web archive in Webrecorder's format WACZ 1.1.1, written from front to end while each body is asked for: never more
 * than one of them is in memory. It holds what the window received (WARC), an index, the page with its text, and the
 * hash of every file.
 */
import type { RunningHash } from '../work.ts';
import { utf8 } from './bytes.ts';
import { type IndexEntry, writeIndex } from './cdxj.ts';
import { targetAddress } from './http-message.ts';
import { type RecordInput, type Recorded, recordsOf } from './records.ts';
import { newRecordId, type WarcTools, warcInfo, writeRecord } from './warc.ts';
import { ZipWriter } from './zip.ts';

export interface WaczPage {
  readonly id: string;
  /** The document's own address. */
  readonly url: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly text: string;
}

export interface WaczInput extends Omit<RecordInput, 'pageId' | 'tools'> {
  readonly page: WaczPage;
  readonly software: string;
  readonly userAgent: string;
  readonly at: Date;
  readonly tools: WarcTools & { readonly newHash: () => RunningHash };
}

const WARC = 'data.warc.gz';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/** The file's bytes in order. Throws only what `readBody` throws. */
export async function* writeWacz(input: WaczInput): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter(input.at);
  const index: IndexEntry[] = [];
  const archive = yield* entry(zip, `archive/${WARC}`, warcFile(input, index), input);
  const files: readonly (readonly [path: string, text: string])[] = [
    ['indexes/index.cdxj', writeIndex(index, WARC)],
    ['pages/pages.jsonl', pagesFile(input.page)],
  ];
  const resources = [archive];
  for (const [path, text] of files) resources.push(yield* entry(zip, path, once(text), input));
  const list = `${JSON.stringify(packageOf(input, resources), null, 2)}\n`;
  const { hash } = yield* entry(zip, 'datapackage.json', once(list), input);
  const digest = `${JSON.stringify({ path: 'datapackage.json', hash }, null, 2)}\n`;
  yield* entry(zip, 'datapackage-digest.json', once(digest), input);
  yield zip.finish();
}

async function* entry(
  zip: ZipWriter,
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { tools }: WaczInput,
): AsyncGenerator<Uint8Array, Resource> {
  const hash = tools.newHash();
  let bytes = 0;
  yield zip.begin(path);
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    yield zip.take(chunk);
  }
  yield zip.end();
  return { name: path.slice(path.lastIndexOf('/') + 1), path, hash: `sha256:${hash.hex()}`, bytes };
}

async function* warcFile(input: WaczInput, index: IndexEntry[]): AsyncGenerator<Uint8Array> {
  const { tools, page, at } = input;
  const facts = [
    ['software', input.software],
    ['format', 'WARC File Format 1.1'],
    ['http-header-user-agent', input.userAgent],
    [
      'description',
      'Bodies are as the browser gave them, after their content and transfer encodings were undone; headers about those are named x-orig-. Headers that carry sessions or passwords, and bodies of requests, were taken out.',
    ],
  ] as const;
  const info = warcInfo(facts, { date: at.toISOString(), filename: WARC, id: newRecordId(tools) });
  const first = await writeRecord(info, tools);
  let offset = first.byteLength;
  yield first;
  for await (const { record, indexed } of recordsOf({ ...input, pageId: page.id }) satisfies AsyncIterable<Recorded>) {
    const bytes = await writeRecord(record, tools);
    if (indexed !== null) index.push({ ...indexed, offset, length: bytes.byteLength });
    offset += bytes.byteLength;
    yield bytes;
  }
}

function pagesFile({ id, url, title, date, text }: WaczPage): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };
  const page = { id, url: targetAddress(url), ts: date, title, text };
  return [head, page].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function packageOf({ page, software, at }: WaczInput, resources: readonly Resource[]): object {
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: page.title,
    software,
    created: at.toISOString(),
    mainPageURL: targetAddress(page.url),
    mainPageDate: page.date,
    resources,
  };
}

function* once(text: string): Generator<Uint8Array> {
  yield utf8(text);
}
