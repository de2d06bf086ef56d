/** What is in a document's signature fields, for whoever decides what comes next. */
import type { PdfUpdateResult } from '#shared/contract/pdf-update.ts';
import {
  childrenOf,
  DerError,
  expectTag,
  readElement,
  readOid,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import type { PdfView } from '../../pdf-reader/file/view.ts';
import { countOf, isDictionary, isString, nameOf, type PdfDictionary } from '../../pdf-reader/syntax/values.ts';
import { findSignatureFields } from '../../pdf-reader/verify/signature-fields.ts';

type Look = Pick<PdfUpdateResult, 'fields' | 'certification'>;

/** The fields and the permission as the newest revision has them. */
export async function lookAtFields(view: PdfView): Promise<Look> {
  const fields: Look['fields'] = [];
  let certification: Look['certification'] = null;
  for (const { name, signature } of await findSignatureFields(view)) {
    if (signature === undefined) {
      fields.push({ name, state: 'empty', stamped: false });
      continue;
    }
    const isStamp = nameOf(signature.get('SubFilter')) === 'ETSI.RFC3161';
    const contents = contentsOf(signature);
    const stamped = !isStamp && contents !== undefined && hasSignatureTimestamp(contents);
    fields.push({ name, state: isStamp ? 'timestamp' : 'signature', stamped });
    certification ??= permissionOf(signature);
  }
  return { fields, certification };
}

/** The message of every signature and time stamp, without the zeros behind it. */
export async function messagesOf(view: PdfView): Promise<Uint8Array[]> {
  return (await findSignatureFields(view)).flatMap(({ signature }) => {
    const contents = signature && contentsOf(signature);
    if (contents === undefined) return [];
    try {
      return [Uint8Array.from(readElement(contents).bytes)];
    } catch (error) {
      // One that cannot be read can be kept verifiable by nobody.
      if (error instanceof DerError) return [];
      throw error;
    }
  });
}

function contentsOf(signature: PdfDictionary): Uint8Array | undefined {
  const contents = signature.get('Contents');
  return isString(contents) ? contents.bytes : undefined;
}

function hasSignatureTimestamp(contents: Uint8Array): boolean {
  try {
    const wrapped = sequenceOf(readElement(contents))[1];
    const signedData = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
    const signerInfo = sequenceOf(childrenOf(expectTag(signedData.at(-1), TAG.set))[0]);
    const unsigned = signerInfo.find(({ tag }, index) => tag === 0xa1 && index >= 5);
    const attributes = unsigned === undefined ? [] : childrenOf(unsigned);
    return attributes.some((attribute) => readOid(sequenceOf(attribute)[0]) === OID.signatureTimestamp);
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

function permissionOf(signature: PdfDictionary): number | null {
  const references = signature.get('Reference');
  for (const reference of Array.isArray(references) ? references : []) {
    if (!isDictionary(reference) || nameOf(reference.get('TransformMethod')) !== 'DocMDP') continue;
    const parameters = reference.get('TransformParams');
    const permission = isDictionary(parameters) ? countOf(parameters.get('P')) : undefined;
    return permission === 1 || permission === 3 ? permission : 2;
  }
  return null;
}
