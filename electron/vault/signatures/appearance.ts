/** What is seen of a signature: what it is, who, when, and by which certificate. */
import type { ReportSignature } from '#shared/contract/report-job.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import type { UseCaseContext } from '../kernel.ts';

/** The vault's own seal is always called what it is. */
export const SEAL_LABEL = 'Segel aplikasi, bukan tanda tangan elektronik tersertifikasi';

export function appearanceLines(
  signer: { readonly name: string; readonly fingerprint: string; readonly sealed: boolean },
  context: UseCaseContext,
): ReportSignature['lines'] {
  const { name, fingerprint, sealed } = signer;
  return [
    { text: sealed ? SEAL_LABEL : 'Ditandatangani secara elektronik', weight: 'bold', size: 7 },
    { text: name, weight: 'regular', size: 7 },
    { text: formatInstant(context.now(), context.settings().timeZone), weight: 'regular', size: 7 },
    { text: `SHA-256 ${fingerprint.slice(0, 16)} … ${fingerprint.slice(-16)}`, weight: 'regular', size: 6 },
  ];
}
