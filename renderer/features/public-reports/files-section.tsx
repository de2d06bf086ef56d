/** The files of a report: evidence from the first moment, taken in, linked, and filed into its case without being copied. */
import { Button, Group, Modal } from '@mantine/core';
import { IconFilePlus, IconLink, IconUnlink } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { useWindowDrop } from '../../ui/drop.tsx';
import { EvidencePicker } from '../../ui/evidence-picker.tsx';
import { Mark } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { useReportFiles } from './use-report-files.ts';

type File = PublicReportPage['files'][number];

/** Berkas. Files may be dropped anywhere on the page. */
export function FilesSection({ id, file }: { id: string; file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const take = useReportFiles();
  const { busy, run } = useAction();
  const [open, setOpen] = useState<'link' | File | null>(null);
  const { report, files } = file;
  const takeIn = (chosen: readonly ChosenFile[]): void =>
    void run(() => (chosen.length === 0 ? Promise.resolve() : take(report.id, chosen).catch(notify.failed)));
  const over = useWindowDrop(takeIn);
  const choose = (): void =>
    void call('app.chooseFiles', { purpose: 'evidence', multiple: true }).then(
      (answer) => takeIn(answer.files),
      notify.failed,
    );
  const fileAll = (): void => void call('publicReports.fileIntoCase', { id: report.id }).catch(notify.failed);
  return (
    <Section
      id={id}
      title={t('publicReports.sections.files')}
      actions={
        <Group gap={4}>
          {report.case !== null && files.some(({ inCase }) => !inCase) && (
            <Button variant="default" size="compact-sm" onClick={fileAll}>
              {t('publicReports.file.intoCase')}
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconLink size={15} />}
            onClick={() => setOpen('link')}
          >
            {t('publicReports.file.link')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={busy}
            leftSection={<IconFilePlus size={15} />}
            onClick={choose}
          >
            {t('publicReports.file.add')}
          </Button>
        </Group>
      }
    >
      {over && <div className="n-drop-veil">{t('publicReports.create.drop')}</div>}
      {files.length === 0 ? (
        <p className="n-quiet">{t('publicReports.file.none')}</p>
      ) : (
        <ul className="n-rows n-card">
          {files.map((one) => (
            <li key={one.evidenceId} className="n-report-line">
              <FileLine file={one} onUnlink={() => setOpen(one)} />
            </li>
          ))}
        </ul>
      )}
      {open === 'link' && <LinkEvidence id={report.id} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'link' && (
        <ReasonDialog
          title={t('publicReports.file.unlink')}
          text={t('publicReports.file.unlinkText', { number: open.number })}
          submitLabel={t('publicReports.file.unlink')}
          submit={(reason) =>
            call('publicReports.unlinkEvidence', { id: report.id, evidenceId: open.evidenceId, reason })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

function FileLine({ file, onUnlink }: { file: File; onUnlink: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <div className="n-row-text">
        <div className="n-clip">
          <span className="n-mono n-quiet">{file.number}</span> {file.title}
        </div>
        <div className="n-meta">
          <Hash value={file.sha256} />
        </div>
      </div>
      {file.inCase && <Mark tone="done">{t('publicReports.file.inCase')}</Mark>}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => void navigate({ to: '/bukti', search: { lihat: file.evidenceId } })}
      >
        {t('publicReports.file.open')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`${t('publicReports.file.unlink')}: ${file.number}`}
        onClick={onUnlink}
      >
        <IconUnlink size={15} />
      </Button>
    </>
  );
}

function LinkEvidence({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (evidenceId === null) return;
    void run(async () => {
      await call('publicReports.linkEvidence', { id, evidenceId });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publicReports.file.link')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <EvidencePicker
          label={t('publicReports.sections.files')}
          hint={t('publicReports.file.linkHint')}
          value={evidenceId}
          onChange={setEvidenceId}
          autoFocus
        />
        {error !== null && <Problem error={error} />}
        <DialogButtons
          busy={busy}
          disabled={evidenceId === null}
          label={t('publicReports.file.link')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
