/** The result of re-reading the whole vault. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultVerification } from '#shared/contract/vault.ts';
import { useFormat } from './format.ts';
import { Notice } from './marks.tsx';
import { Hash } from './mono.tsx';

/** Intact with its counts, or what is damaged, by name. */
export function VerificationNotice({ result }: { result: VaultVerification }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (result.ok) {
    return (
      <Notice tone="done">
        {t('vault.verify.ok', {
          items: format.number(result.items),
          size: format.bytes(result.bytes),
          entries: format.number(result.custody.entries),
        })}
      </Notice>
    );
  }
  return (
    <Notice tone="problem">
      <b>{t('vault.verify.bad')}</b>
      {result.custody.brokenAt !== null && <div>{t('vault.verify.broken', { at: result.custody.brokenAt })}</div>}
      <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
        {result.damaged.map((item) => (
          <li key={item.id}>
            {t('vault.verify.damaged')}: <Hash value={item.sha256} /> · {t(`vault.verify.problem.${item.problem}`)}
          </li>
        ))}
        {result.missing.map((item) => (
          <li key={item.id}>
            {t('vault.verify.missing')}: <Hash value={item.sha256} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
