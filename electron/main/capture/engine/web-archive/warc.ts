/** Records of the WARC format 1.1 (ISO 28500), each a gzip member of its own, as Webrecorder's readers expect them. */
import { concat, utf8 } from './bytes.ts';

/** What the records are made with; nothing here reaches outside by itself. */
export interface WarcTools {
  readonly newId: () => string;
  /** SHA-256 in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string;
  readonly gzip: (bytes: Uint8Array) => Promise<Uint8Array>;
}

export type WarcFields = readonly (readonly [name: string, value: string])[];

export interface WarcRecord {
  readonly type: 'warcinfo' | 'request' | 'response';
  /** Record id without its brackets, as "urn:uuid:…". */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly contentType: string;
  readonly fields: WarcFields;
  /** Lines of the protocol before the body, with the empty line that ends them; empty in warcinfo. */
  readonly head: Uint8Array;
  readonly body: Uint8Array;
}

/** A new record's id. */
export function newRecordId(tools: Pick<WarcTools, 'newId'>): string {
  return `urn:uuid:${tools.newId()}`;
}

/** A digest as it stands in records and indexes. */
export function digestOf(bytes: Uint8Array, tools: Pick<WarcTools, 'sha256'>): string {
  return `sha256:${tools.sha256(bytes)}`;
}

/** The record as a gzip member. */
export async function writeRecord(record: WarcRecord, tools: WarcTools): Promise<Uint8Array> {
  const block = concat([record.head, record.body]);
  const payload: WarcFields = record.head.length === 0 ? [] : [['WARC-Payload-Digest', digestOf(record.body, tools)]];
  const fields: WarcFields = [
    ['WARC-Type', record.type],
    ['WARC-Record-ID', `<${record.id}>`],
    ['WARC-Date', record.date],
    ...record.fields,
    ['Content-Type', record.contentType],
    ...payload,
    ['WARC-Block-Digest', digestOf(block, tools)],
    ['Content-Length', String(block.byteLength)],
  ];
  const lines = fields.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('');
  return tools.gzip(concat([utf8(`WARC/1.1\r\n${lines}\r\n`), block, utf8('\r\n\r\n')]));
}

/** The first record of a file: who wrote it, and how what follows is to be read. */
export function warcInfo(facts: WarcFields, given: { date: string; filename: string; id: string }): WarcRecord {
  return {
    type: 'warcinfo',
    id: given.id,
    date: given.date,
    contentType: 'application/warc-fields',
    fields: [['WARC-Filename', given.filename]],
    head: new Uint8Array(),
    body: utf8(facts.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('')),
  };
}

/** A line break in a value would begin another field. */
function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}
