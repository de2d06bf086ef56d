/** What our own documents say of themselves in their information and metadata; by itself no proof of anything. */
import type { PrintedHead } from '#shared/domain/signature/verdict.ts';
import type { ObjectReader } from '../file/object-reader.ts';
import type { PdfView } from '../file/view.ts';
import { isReference, textOf } from '../syntax/values.ts';
import { readPacket } from './changes/metadata.ts';

/** Keys in the information dictionary, and XMP properties. */
const IDENTIFIER = 'NetraDocumentId';
const HEAD = 'NetraCustodyHead';
const PLAIN = /^[A-Za-z0-9._:/-]{1,100}$/;

export interface DocumentIdentity {
  readonly identifier: string | null;
  readonly printedHead: PrintedHead | null;
}

/** As this revision says it; what has another form is left out. */
export async function readIdentity(view: PdfView, reader: ObjectReader): Promise<DocumentIdentity> {
  const information = await view.dictionary(view.trailer.get('Info'));
  const said = async (key: string): Promise<string> => textOf(await view.resolve(information?.get(key))) ?? '';
  const packet = await packetOf(view, reader);
  const identifier =
    (await said(IDENTIFIER)) ||
    propertyIn(packet, IDENTIFIER) ||
    keywordIn(await said('Keywords')) ||
    keywordIn(propertyIn(packet, 'Keywords'));
  const text = (await said(HEAD)) || propertyIn(packet, HEAD);
  const head = /^NETRA-LOG 1 (\S{1,100}) (\d{1,15}) ([0-9a-f]{64})$/.exec(text);
  return {
    identifier: PLAIN.test(identifier) ? identifier : null,
    printedHead: head === null ? null : { vault: head[1] ?? '', sequence: Number(head[2]), hash: head[3] ?? '' },
  };
}

/** The XMP packet; empty where there is none. */
async function packetOf(view: PdfView, reader: ObjectReader): Promise<string> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const metadata = catalog?.get('Metadata');
  if (!isReference(metadata)) return '';
  return (await readPacket(reader, view, await view.object(metadata.number))) ?? '';
}

/** For a file that another program wrote anew: unknown entries are gone then, keywords are kept. */
function keywordIn(keywords: string): string {
  return new RegExp(`${IDENTIFIER}=([A-Za-z0-9-]{1,100})`).exec(keywords)?.[1] ?? '';
}

/** For a file whose information was taken away but not its metadata. */
function propertyIn(packet: string, name: string): string {
  return new RegExp(`(?:^|[\\s:<])${name}(?:>|=")([^<"]{1,250})`).exec(packet)?.[1] ?? '';
}
