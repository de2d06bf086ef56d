/** The office's emblem: chosen, seen, taken away. */
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { evidenceAddress } from '../../bridge/addresses.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';

export function EmblemSection({ emblem }: { emblem: OutputOf<'documents.office'>['emblem'] }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const choose = (): void =>
    void run(async () => {
      const { files } = await call('app.chooseFiles', { purpose: 'emblem' });
      const [file] = files;
      if (file === undefined) return;
      await call('documents.setEmblem', { file: file.token });
      notify.done(t('documents.settings.emblemSet'));
    });
  const remove = (): void => void run(async () => void (await call('documents.setEmblem', { file: null })));
  return (
    <Section title={t('documents.settings.emblem')}>
      <div className="n-emblem">
        {emblem !== null && <img src={evidenceAddress(emblem.handle)} alt={t('documents.settings.emblemAlt')} />}
        <div>
          <p className="n-meta">{t('documents.settings.emblemText')}</p>
          <Group gap="xs" mt="xs">
            <Button variant="default" loading={busy} onClick={choose}>
              {t('documents.settings.chooseEmblem')}
            </Button>
            {emblem !== null && (
              <Button variant="subtle" color="gray" disabled={busy} onClick={remove}>
                {t('documents.settings.removeEmblem')}
              </Button>
            )}
          </Group>
        </div>
      </div>
      {error !== null && <Problem error={error} />}
    </Section>
  );
}
