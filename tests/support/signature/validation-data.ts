/** Puts certificates and revocation data into a document's security store with byte tools. */
import { appendUpdate, numberOf, type RawObject, sourceOf } from './raw-update.ts';

export interface StoredData {
  readonly certificates?: readonly Uint8Array[];
  readonly crls?: readonly Uint8Array[];
  readonly ocsps?: readonly Uint8Array[];
}

const FIRST_NUMBER = 5000;

/** A new store in place of the old one, which must not be there yet unless it is kept as `DSS` entries by number. */
export async function appendValidationData(bytes: Buffer, data: StoredData): Promise<Buffer> {
  const objects: RawObject[] = [];
  const add = (items: readonly Uint8Array[] = []): string[] =>
    items.map((item) => {
      const number = FIRST_NUMBER + objects.length;
      const body = Buffer.from(item).toString('latin1');
      objects.push({ number, source: `<</Length ${item.length}>>\nstream\n${body}\nendstream` });
      return `${number} 0 R`;
    });
  const lists = { Certs: add(data.certificates), CRLs: add(data.crls), OCSPs: add(data.ocsps) };
  const catalog = await numberOf(bytes, /\/Type \/Catalog/);
  const before = await sourceOf(bytes, catalog);
  const store = /\/DSS (\d+) 0 R/.exec(before)?.[1];
  const old = store === undefined ? '' : await sourceOf(bytes, Number(store));
  const entries = Object.entries(lists).map(([key, added]) => {
    const kept = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(old)?.[1] ?? '';
    return `/${key} [${[kept, ...added].join(' ')}]`;
  });
  const source = `<<${entries.join(' ')}>>`;
  if (store !== undefined) return appendUpdate(bytes, [{ number: Number(store), source }, ...objects]);
  const withStore = before.replace(/>>\s*$/, ` /DSS ${FIRST_NUMBER + objects.length} 0 R>>`);
  objects.push({ number: FIRST_NUMBER + objects.length, source });
  return appendUpdate(bytes, [{ number: catalog, source: withStore }, ...objects]);
}
