/**
 * What the vault may have asked of the network for a signature, and by whom: the vault has none of its own. Main (or the
 * command line) carries the bytes, and only to hosts that the settings name.
 */
import { z } from 'zod';

export const OUTSIDE_PURPOSES = ['timestamp', 'ocsp', 'crl', 'certificate'] as const;

export const outsideQuestion = z.strictObject({
  purpose: z.enum(OUTSIDE_PURPOSES),
  url: z.string().min(1).max(2_000),
  /** DER of the request; null asks with GET. */
  body: z.instanceof(Uint8Array).nullable(),
});
export type OutsideQuestion = z.infer<typeof outsideQuestion>;

/** Largest answer by purpose (bytes); lists of a large authority run to megabytes. */
export const LARGEST_ANSWERS: Readonly<Record<OutsideQuestion['purpose'], number>> = {
  timestamp: 100_000,
  ocsp: 100_000,
  crl: 20_000_000,
  certificate: 100_000,
};

/** Host to vault. */
export type HostOutsideMessage =
  | { readonly type: 'outside'; readonly id: number; readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly type: 'outside';
      readonly id: number;
      readonly ok: false;
      readonly code: 'SERVICE_UNREACHABLE' | 'SERVICE_HOST_NOT_ALLOWED' | 'SERVICE_ANSWER_TOO_LARGE';
      readonly params: Readonly<Record<string, string | number>>;
    };
/** Vault to host. */
export interface VaultOutsideMessage {
  readonly type: 'outside';
  readonly id: number;
  readonly question: OutsideQuestion;
}
