/** What the vault answers the reader of a PDF about bytes in memory. */
import { pdfDigestsQuestion } from '#shared/contract/pdf-digests.ts';
import { bytesSource } from '../../../electron/vault/files/registry.ts';
import { digestParts } from '../../../electron/vault/reports/verification/file-digests.ts';
import type { AskDigests } from '../../../electron/workers/pdf-reader/verify/verify-pdf.ts';

export function memoryDigests(bytes: Uint8Array): AskDigests {
  const file = bytesSource('berkas.pdf', bytes);
  return (question) => digestParts(file, pdfDigestsQuestion.parse(question));
}
