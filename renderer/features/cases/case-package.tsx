/** The case package: what it is and how secret is said before it is made; the work itself goes on in the jobs tray. */
import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconPackageExport, IconShieldLock } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CasePackaged, casePackaged } from '#shared/contract/case-package.ts';
import type { CasePage } from '#shared/contract/cases.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { runJob } from '../../bridge/jobs.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';
import { FIRST_DRAFT, isReady, optionsOf, PackageChoices } from './package-choices.tsx';

/** The button with its dialog. */
export function PackageButton({ file }: { file: CasePage }): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPackageExport size={15} />}
        onClick={() => setOpened(true)}
      >
        {t('cases.package.open')}
      </Button>
      {opened && <PackageDialog file={file} onClose={() => setOpened(false)} />}
    </>
  );
}

function PackageDialog({ file, onClose }: { file: CasePage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const empty = file.missing.includes('NO_EVIDENCE');
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const facts = (made: CasePackaged) => ({ name: made.directory, n: format.number(made.files) });
  const make = async (): Promise<void> => {
    const job = { begun: false };
    try {
      const made = await runJob('cases.package', { id: file.case.id, ...optionsOf(draft) }, casePackaged, () => {
        // From here on the tray shows it.
        if (!job.begun) onClose();
        job.begun = true;
      });
      const left = made.leftOut === 0 ? '' : ` ${t('visibility.packageLeftOut', { n: format.number(made.leftOut) })}`;
      const done = made.form === 'folder' ? t('cases.package.done', facts(made)) : t('handover.make.done', facts(made));
      notify.done(done + left);
    } catch (problem) {
      // The choice of a place was closed, or the job was stopped in the tray, which says so.
      if (problem instanceof AppError && problem.code === 'CANCELLED') return;
      if (!job.begun) throw problem;
      notify.failed(problem);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(make);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('cases.package.title', { number: file.case.number })}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('cases.package.text')}
          </Text>
          <Notice tone="waiting" icon={IconShieldLock}>
            {draft.kind === 'lengkap' ? t('cases.package.secret') : t('handover.make.secretMasked')}
          </Notice>
          <PackageChoices draft={draft} onChange={setDraft} />
          {empty && <Text size="sm">{t('cases.package.none')}</Text>}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={empty || !isReady(draft)}
          label={t('cases.package.submit')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
