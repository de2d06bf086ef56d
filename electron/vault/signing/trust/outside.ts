/** How the signing side asks the network: never itself, always through whoever holds the reach. */
import type { OutsideQuestion } from '#shared/contract/outside.ts';

/** The answer's bytes. SERVICE_HOST_NOT_ALLOWED (host), SERVICE_UNREACHABLE (host, reason), SERVICE_ANSWER_TOO_LARGE. */
export type AskOutside = (question: OutsideQuestion) => Promise<Uint8Array>;
