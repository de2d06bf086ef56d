/** Certificates and revocation data that a document keeps in its security store (DSS), and since which revision. */
import { DerError } from '#shared/domain/signature/der.ts';
import { unpack } from '../file/filters.ts';
import type { ObjectReader } from '../file/object-reader.ts';
import { type PdfView, streamRange } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { isDictionary, isReference, type PdfValue } from '../syntax/values.ts';
import { type Certificate, tryReadCertificate } from './certificates.ts';
import type { RevocationSource } from './revocation/answer.ts';
import { readCrl } from './revocation/crl.ts';
import { readOcsp } from './revocation/ocsp.ts';

const MOST_ITEMS = 2_000;
const LARGEST_ITEM = 32 * 1024 * 1024;

export interface StoredSource {
  readonly ask: RevocationSource;
  /** The revision in which it appears first, from 1. */
  readonly revision: number;
}

export interface ValidationData {
  readonly certificates: readonly Certificate[];
  readonly sources: readonly StoredSource[];
  /** Revisions that have a store; the first one is when it came. */
  readonly firstRevision: number | undefined;
  readonly lastChange: number | undefined;
}

/** Reads the stores of all revisions; what cannot be read is left out and then proves nothing. */
export async function readValidationData(reader: ObjectReader, views: readonly PdfView[]): Promise<ValidationData> {
  const certificates: Certificate[] = [];
  const sources: StoredSource[] = [];
  const seen = new Set<string>();
  let firstRevision: number | undefined;
  let lastChange: number | undefined;
  for (const [index, view] of views.entries()) {
    const revision = index + 1;
    for (const { kind, number } of await storedStreams(view)) {
      const entry = view.entries.get(number);
      const place = `${kind} ${number} ${entry?.kind === 'plain' ? entry.offset : 'none'}`;
      if (seen.has(place)) continue;
      seen.add(place);
      if (seen.size > MOST_ITEMS) throw new PdfSyntaxError('too much validation data');
      firstRevision ??= revision;
      lastChange = revision;
      const bytes = await streamBytes(view, reader, number);
      if (bytes === undefined) continue;
      if (kind === 'certificate') certificates.push(...[tryReadCertificate(bytes) ?? []].flat());
      else addSource(kind, bytes, revision, sources, certificates);
    }
  }
  return { certificates, sources, firstRevision, lastChange };
}

/** Takes an OCSP answer (with the certificates in it) or a list into the pool. */
export function addSource(
  kind: 'ocsp' | 'crl',
  bytes: Uint8Array,
  revision: number,
  sources: StoredSource[],
  certificates: Certificate[],
): void {
  try {
    if (kind === 'crl') sources.push({ ask: readCrl(bytes), revision });
    else {
      const { source, certificates: own } = readOcsp(bytes);
      sources.push({ ask: source, revision });
      certificates.push(...own);
    }
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
  }
}

interface StoredStream {
  readonly kind: 'certificate' | 'ocsp' | 'crl';
  readonly number: number;
}

async function storedStreams(view: PdfView): Promise<StoredStream[]> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const store = await view.dictionary(catalog?.get('DSS'));
  if (store === undefined) return [];
  const found: StoredStream[] = [];
  const add = async (value: PdfValue | undefined, kind: StoredStream['kind']): Promise<void> => {
    const list = await view.resolve(value);
    for (const item of Array.isArray(list) ? list.slice(0, MOST_ITEMS) : [])
      if (isReference(item)) found.push({ kind, number: item.number });
  };
  await add(store.get('Certs'), 'certificate');
  await add(store.get('OCSPs'), 'ocsp');
  await add(store.get('CRLs'), 'crl');
  const index = await view.dictionary(store.get('VRI'));
  for (const value of [...(index?.values() ?? [])].slice(0, MOST_ITEMS)) {
    const entry = await view.resolve(value);
    if (!isDictionary(entry)) continue;
    await add(entry.get('Cert'), 'certificate');
    await add(entry.get('OCSP'), 'ocsp');
    await add(entry.get('CRL'), 'crl');
  }
  return found;
}

async function streamBytes(view: PdfView, reader: ObjectReader, number: number): Promise<Uint8Array | undefined> {
  try {
    const { start, length, dictionary } = await streamRange(view, reader, await view.object(number));
    if (length > LARGEST_ITEM) return undefined;
    reader.spend(length);
    const bytes = unpack(dictionary, await reader.source.read(start, length));
    reader.spend(bytes.length);
    return bytes;
  } catch (error) {
    if (error instanceof PdfSyntaxError) return undefined;
    throw error;
  }
}
