/** What the tool bar may do with the last capture of its own window: it names none, and a window without one is refused. */
import { describe, expect, it } from 'vitest';
import type { CaptureState } from '#shared/contract/capture.ts';
import { lastCaptureActs } from '../../electron/main/windows/last-capture.ts';

const EVIDENCE = '0192a000-0003-7000-8000-000000000001';
const CASE = '0192a000-0002-7000-8000-000000000001';
const ACT = '0192a000-0004-7000-8000-000000000001';
const LAST: CaptureState['last'] = {
  outcome: 'captured',
  evidenceId: EVIDENCE,
  number: 'B-0001',
  caseId: CASE,
  level: 'green',
  warnings: [],
};

function setUp() {
  const asked: unknown[] = [];
  const ask = async (_op: string, request: unknown): Promise<unknown> => {
    asked.push(request);
    return {};
  };
  return { acts: lastCaptureActs({ ask: ask as never }), asked };
}

describe('the last capture', () => {
  it('is what a second look is planned of, and what is put on a sheet of its case', async () => {
    const { acts, asked } = setUp();
    await acts.planLook(LAST, '2026-12-01');
    await acts.fillSheet(LAST, ACT, 'profil');
    expect(asked).toEqual([
      { name: 'secondLooks.plan', input: { evidenceId: EVIDENCE, dueOn: '2026-12-01' } },
      { name: 'cases.fillActItem', input: { caseId: CASE, actId: ACT, item: 'profil', evidenceId: EVIDENCE } },
    ]);
  });

  it('must be there, and in a case for a sheet', async () => {
    const { acts, asked } = setUp();
    const refusal = { code: 'EVIDENCE_UNKNOWN' };
    await expect(acts.planLook(null, '2026-12-01')).rejects.toMatchObject(refusal);
    await expect(acts.fillSheet(null, ACT, 'profil')).rejects.toMatchObject(refusal);
    await expect(acts.fillSheet({ ...LAST, caseId: null }, ACT, 'profil')).rejects.toMatchObject(refusal);
    expect(asked).toEqual([]);
  });
});
