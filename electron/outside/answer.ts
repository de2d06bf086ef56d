/** A question of the vault program, carried to the network and answered as a message. */
import type { HostOutsideMessage, VaultOutsideMessage } from '#shared/contract/outside.ts';
import { outsideQuestion } from '#shared/contract/outside.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { askOutside } from './ask.ts';
import type { OutsideReach } from './reach.ts';

/** Never rejects: what went wrong is the answer. */
export async function answerOutside(
  { id, question }: VaultOutsideMessage,
  reach: () => Promise<OutsideReach>,
  ask: typeof askOutside = askOutside,
): Promise<HostOutsideMessage> {
  try {
    return { type: 'outside', id, ok: true, bytes: await ask(outsideQuestion.parse(question), await reach()) };
  } catch (error) {
    const params = error instanceof AppError ? error.params : {};
    const host = typeof params['host'] === 'string' ? params['host'] : '';
    const reason = typeof params['reason'] === 'string' ? params['reason'] : '';
    return { type: 'outside', id, ok: false, code: codeOf(error), params: { host, reason } };
  }
}

function codeOf(error: unknown): Extract<HostOutsideMessage, { readonly ok: false }>['code'] {
  const code = error instanceof AppError ? error.code : null;
  return code === 'SERVICE_HOST_NOT_ALLOWED' || code === 'SERVICE_ANSWER_TOO_LARGE' ? code : 'SERVICE_UNREACHABLE';
}
