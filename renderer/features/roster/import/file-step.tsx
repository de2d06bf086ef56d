/** The first step: a file by drop or dialog, its password when it has one, a template, and what was imported before. */
import { Button, PasswordInput } from '@mantine/core';
import { IconFileDownload, IconFileImport, IconFileTypeXls, IconLock, IconShieldCheck } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import { call } from '../../../bridge/call.ts';
import { Notice } from '../../../ui/marks.tsx';
import { useNotify } from '../../../ui/notify.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { Reading } from './reading.tsx';
import { StepFooter, StepHeading } from './step-frame.tsx';
import { Trouble } from './trouble.tsx';
import type { ImportWork } from './use-import.ts';

/** Berkas. */
export function FileStep({ work, onFile }: { work: ImportWork; onFile: (file: ChosenFile) => void }): ReactNode {
  const { t } = useTranslation();
  const { matter, locked, error, busy } = work;
  return (
    <>
      <div className="n-import-body">
        <div className="n-import-column">
          <StepHeading step="file">{t('roster.wizard.file.heading')}</StepHeading>
          {error !== null && <Trouble work={work} />}
          {locked !== null && <PasswordField key={locked.file.token} work={work} locked={locked} />}
          {busy === 'inspect' ? <Reading work={work} /> : <Choose onFile={onFile} />}
          {matter !== null && <Notice tone="info">{t('roster.wizard.file.chosen', { name: matter.file.name })}</Notice>}
          <EarlierImports />
        </div>
      </div>
      {matter !== null && (
        <StepFooter next={{ label: t('common.next'), onPress: () => work.go('sheets'), disabled: busy !== null }} />
      )}
    </>
  );
}

function Choose({ onFile }: { onFile: (file: ChosenFile) => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const choose = (): void =>
    void call('app.chooseFiles', { purpose: 'roster', multiple: false }).then(({ files: [file] }) => {
      if (file !== undefined) onFile(file);
    }, notify.failed);
  return (
    <div className="n-import-choose">
      <button type="button" className="n-drop" onClick={choose}>
        <IconFileImport size={30} stroke={1.4} />
        <b>{t('roster.wizard.file.drop')}</b>
        <span>{t('roster.wizard.file.dropText')}</span>
      </button>
      <Accepted />
    </div>
  );
}

function Accepted(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-import-accepted">
      <h3>
        <IconFileTypeXls size={16} stroke={1.6} />
        {t('roster.wizard.file.accepted')}
      </h3>
      <ul>
        {(['excel', 'open', 'text', 'siasn'] as const).map((kind) => (
          <li key={kind}>{t(`roster.wizard.file.formats.${kind}`)}</li>
        ))}
      </ul>
      <p className="n-meta">{t('roster.wizard.file.byContent')}</p>
      <p className="n-meta n-import-safe">
        <IconShieldCheck size={16} stroke={1.6} />
        <span>{t('roster.wizard.file.safe')}</span>
      </p>
      <Template />
    </div>
  );
}

function Template(): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const save = (): void =>
    void call('roster.saveTemplate', {}).then(({ saved, name }) => {
      if (saved) notify.done(t('common.savedAs', { name }));
    }, notify.failed);
  return (
    <div className="n-import-template">
      <p className="n-meta">{t('roster.wizard.file.templateText')}</p>
      <Button variant="default" size="xs" leftSection={<IconFileDownload size={15} />} onClick={save}>
        {t('roster.wizard.file.template')}
      </Button>
    </div>
  );
}

function PasswordField({
  work,
  locked: { file, wrong },
}: {
  work: ImportWork;
  locked: NonNullable<ImportWork['locked']>;
}): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') void work.read(file, password);
  };
  return (
    <form className="n-card n-import-locked" onSubmit={submit}>
      <IconLock size={20} stroke={1.6} />
      <div className="n-row-text">
        <b>{t('roster.wizard.file.locked', { name: file.name })}</b>
        <p className="n-meta">{t('roster.wizard.file.lockedText')}</p>
        <div className="n-import-password">
          <PasswordInput
            label={t('roster.wizard.file.password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={wrong && work.busy === null ? t('roster.wizard.file.wrongPassword') : undefined}
            maxLength={255}
            autoFocus
          />
          <Button type="submit" loading={work.busy === 'inspect'} disabled={password === ''}>
            {t('roster.wizard.file.open')}
          </Button>
        </div>
      </div>
    </form>
  );
}
