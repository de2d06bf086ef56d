/** Pegawai → Impor: file, sheets and columns, check, result. Nothing is written before the check is agreed. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import { useWindowDrop } from '../../../ui/drop.tsx';
import { Page } from '../../../ui/page.tsx';
import { FileStep } from './file-step.tsx';
import { isOpening, ReadingStep } from './reading.tsx';
import { ResultStep } from './result-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { SheetsStep } from './sheets-step.tsx';
import { StepBar } from './step-frame.tsx';
import { type ImportWork, useImport } from './use-import.ts';
import './import.css';

/** The wizard. A file may be dropped on any of its steps. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation();
  const work = useImport();
  const [waiting, setWaiting] = useState<ChosenFile | null>(null);
  const unsaved = hasUnsaved(work);
  const take = (file: ChosenFile): void => {
    if (unsaved) setWaiting(file);
    else void work.read(file);
  };
  const over = useWindowDrop(([file]) => {
    if (file !== undefined && work.busy === null) take(file);
  });
  return (
    <Page title={t('roster.wizard.title')} detail={work.matter?.file.name} actions={<StepBar work={work} />} flush>
      <div className="n-import">
        {work.step === 'file' && <FileStep work={work} onFile={take} />}
        {work.step === 'sheets' && <SheetsStep work={work} />}
        {work.step === 'review' && <ReviewStep work={work} />}
        {work.step === 'result' && (isOpening(work) ? <ReadingStep work={work} /> : <ResultStep work={work} />)}
        {over && <div className="n-drop-veil">{t('roster.wizard.file.veil')}</div>}
      </div>
      {waiting !== null && (
        <Ask
          title={t('roster.wizard.leave.replaceTitle')}
          text={t('roster.wizard.leave.replaceText', { next: waiting.name, name: work.matter?.file.name ?? '' })}
          go={t('roster.wizard.leave.replace')}
          onGo={() => {
            setWaiting(null);
            void work.read(waiting);
          }}
          onStay={() => setWaiting(null)}
        />
      )}
      <LeaveGuard unsaved={unsaved} name={work.matter?.file.name ?? ''} />
    </Page>
  );
}

/** What is being written already goes on without the page. */
function hasUnsaved({ step, plan, touched, busy }: ImportWork): boolean {
  return step !== 'result' && busy !== 'apply' && (plan !== null || touched);
}

function LeaveGuard({ unsaved, name }: { unsaved: boolean; name: string }): ReactNode {
  const { t } = useTranslation();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    // The window's own closing is main's matter.
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Ask
      title={t('roster.wizard.leave.title')}
      text={t('roster.wizard.leave.text', { name })}
      go={t('roster.wizard.leave.go')}
      onGo={proceed}
      onStay={reset}
    />
  );
}

function Ask({
  title,
  text,
  go,
  onGo,
  onStay,
}: {
  title: string;
  text: string;
  go: string;
  onGo: () => void;
  onStay: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onStay} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onGo}>
          {go}
        </Button>
        <Button onClick={onStay} data-autofocus>
          {t('roster.wizard.leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
