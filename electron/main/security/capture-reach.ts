/** Checklist 16: which pages may be captured by this start. */
import type { AddressRules } from '#shared/domain/capture/address-policy.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RuntimeLimit } from './runtime-limit.ts';

/** Gives the rules of a limited start; rejects where that program file is missing, as it is in packages. */
export type DevelopmentException = () => Promise<AddressRules>;

const fromItsOwnFile: DevelopmentException = async () =>
  (await import('../development/loopback-pages.ts')).LOOPBACK_PAGES;

/** The rules of a capture window. Throws NOT_ALLOWED_IN_THIS_RUNTIME in a limited start without development's exception. */
export async function captureReach(
  limit: RuntimeLimit,
  allowLocalNetwork: boolean,
  exception: DevelopmentException = fromItsOwnFile,
): Promise<AddressRules> {
  if (limit === null) return { loopbackOnly: false, allowLocalNetwork };
  try {
    return await exception();
  } catch {
    throw new AppError('NOT_ALLOWED_IN_THIS_RUNTIME', { limit });
  }
}
