/** What an officer does with a capture just made, from the window it was made in: looked at again later, put on an act's sheet. */
import type { CaptureState } from '#shared/contract/capture.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultSession } from '../vault-host/vault-session.ts';

type Last = CaptureState['last'];

export interface LastCaptureActs {
  /** EVIDENCE_UNKNOWN when nothing was captured; what secondLooks.plan refuses. */
  planLook(last: Last, dueOn: string): Promise<void>;
  /** EVIDENCE_UNKNOWN when nothing was captured, or into no case; what cases.fillActItem refuses. */
  fillSheet(last: Last, actId: string, item: string): Promise<void>;
}

/** The tool bar names no evidence: it is the last of its own window. */
export function lastCaptureActs(vault: Pick<VaultSession, 'ask'>): LastCaptureActs {
  return {
    async planLook(last, dueOn) {
      const { evidenceId } = required(last);
      await vault.ask('call', { name: 'secondLooks.plan', input: { evidenceId, dueOn } });
    },
    async fillSheet(last, actId, item) {
      const { evidenceId, caseId } = required(last);
      if (caseId === null) throw new AppError('EVIDENCE_UNKNOWN', { id: evidenceId });
      await vault.ask('call', { name: 'cases.fillActItem', input: { caseId, actId, item, evidenceId } });
    },
  };
}

function required(last: Last): { readonly evidenceId: string; readonly caseId: string | null } {
  const evidenceId = last?.evidenceId ?? null;
  if (last === null || evidenceId === null) throw new AppError('EVIDENCE_UNKNOWN', { id: '' });
  return { evidenceId, caseId: last.caseId };
}
