/** Press the seal: every artefact is decrypted and hashed anew, now. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Seal, type SealState } from '../../ui/seal.tsx';
import { Problem } from '../../ui/states.tsx';

/** The seal of one piece of evidence; `onChecked` hears which artefacts differ. */
export function SealCheck({
  id,
  onChecked,
}: {
  id: string;
  onChecked: (broken: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [result, setResult] = useState<OutputOf<'evidence.checkSeal'> | null>(null);
  const { busy, error, run } = useAction();
  const state: SealState = busy ? 'checking' : result === null ? 'idle' : result.intact ? 'intact' : 'broken';
  const words = {
    idle: t('evidence.seal.check'),
    checking: t('evidence.seal.checking'),
    intact: t('evidence.seal.intact'),
    broken: t('evidence.seal.broken'),
  }[state];
  // Never disabled: a disabled button loses the focus, and with it the keys of the viewer.
  const check = (): void => {
    if (busy) return;
    void run(async () => {
      const answer = await call('evidence.checkSeal', { id });
      setResult(answer);
      onChecked(answer.artefacts.filter(({ intact }) => !intact).map((artefact) => artefact.id));
    });
  };
  return (
    <>
      <button type="button" className="n-seal-button" onClick={check} aria-disabled={busy}>
        <Seal size={34} state={state} />
        <span>
          {words}
          <span className="n-meta" style={{ display: 'block' }}>
            {result === null
              ? t('evidence.seal.never')
              : t('evidence.seal.at', { when: format.time(result.checkedAt) })}
          </span>
        </span>
      </button>
      <span className="n-hidden" role="status">
        {state === 'idle' ? '' : words}
      </span>
      {error !== null && <Problem error={error} />}
    </>
  );
}
