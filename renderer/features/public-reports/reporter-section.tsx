/** Who reported: hidden until shown on purpose, and hidden again when the page is left, the window is, or after a while. */
import { Button, Group } from '@mantine/core';
import { IconEye, IconEyeOff, IconMailOpened, IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { Facts, Section } from '../../ui/page.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { ReporterDialog } from './reporter-dialog.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { type ReportSource, SourceViewer } from './source-viewer.tsx';
import { useReportFiles } from './use-report-files.ts';

type Revealed = OutputOf<'publicReports.revealReporter'>;
/** Milliseconds after which what was shown is hidden again. */
const SHOWN_FOR = 120_000;
const FIELDS = ['name', 'identityNumber', 'phone', 'email', 'address', 'note'] as const;

/** Pelapor. */
export function ReporterSection({ id, file }: { id: string; file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  const { report, reporter, reveals } = file;
  const [shown, setShown] = useShown();
  const [open, setOpen] = useState<'reveal' | 'edit' | 'remove' | null>(null);
  const [source, setSource] = useState<ReportSource | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Section id={id} title={t('publicReports.sections.reporter')} actions={<KeepSource id={report.id} />}>
      <div className="n-card n-report-card-text">
        <p className="n-meta">{t('publicReports.reporter.apart')}</p>
        {reporter === null && <p className="n-quiet">{t('publicReports.reporter.none')}</p>}
        {reporter !== null && shown === null && <Masked file={file} />}
        {shown !== null && <Shown revealed={shown} onSource={setSource} />}
        <Group gap="xs" mt="sm">
          {reporter !== null && shown === null && (
            <Button variant="default" leftSection={<IconEye size={16} />} onClick={() => setOpen('reveal')}>
              {t('publicReports.reporter.show')}
            </Button>
          )}
          {shown !== null && (
            <>
              <Button variant="default" leftSection={<IconEyeOff size={16} />} onClick={() => setShown(null)}>
                {t('publicReports.reporter.hide')}
              </Button>
              <Button variant="subtle" leftSection={<IconPencil size={16} />} onClick={() => setOpen('edit')}>
                {t('publicReports.reporter.edit')}
              </Button>
              <Button
                variant="subtle"
                color="brick"
                leftSection={<IconTrash size={16} />}
                onClick={() => setOpen('remove')}
              >
                {t('publicReports.reporter.remove')}
              </Button>
            </>
          )}
          {report.anonymous && (
            <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={() => setOpen('edit')}>
              {t('publicReports.reporter.add')}
            </Button>
          )}
          {reveals.length > 0 && (
            <span className="n-meta">{t('publicReports.reporter.reveals', { n: reveals.length })}</span>
          )}
        </Group>
      </div>
      {open === 'reveal' && <RevealDialog id={report.id} onShown={setShown} onClose={close} />}
      {open === 'edit' && (
        <ReporterDialog id={report.id} known={shown?.reporter ?? null} onSaved={() => setShown(null)} onClose={close} />
      )}
      {open === 'remove' && <Removal file={file} onRemoved={() => setShown(null)} onClose={close} />}
      {source !== null && <SourceViewer id={report.id} source={source} onClose={() => setSource(null)} />}
    </Section>
  );
}

/** What was shown, until the window is left or it stood there long enough; nothing of it is cached. */
function useShown(): [Revealed | null, (revealed: Revealed | null) => void] {
  const [shown, setShown] = useState<Revealed | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const hide = (): void => setShown(null);
    const timer = setTimeout(hide, SHOWN_FOR);
    const onHidden = (): void => void (document.hidden && hide());
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [shown]);
  return [shown, setShown];
}

function Masked({ file: { reporter } }: { file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  if (reporter === null) return null;
  return (
    <>
      <Facts
        rows={reporter.has.map((field) => [
          t(`publicReports.reporter.${field}`),
          <span key={field} className="n-quiet">
            {t('publicReports.reporter.masked')}
          </span>,
        ])}
      />
      {reporter.sources > 0 && (
        <p className="n-meta">{t('publicReports.reporter.sourcesCount', { n: reporter.sources })}</p>
      )}
    </>
  );
}

function Shown({
  revealed: { reporter, originals, sources, intakes },
  onSource,
}: {
  revealed: Revealed;
  onSource: (source: ReportSource) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        rows={[
          ...FIELDS.map((field) => [t(`publicReports.reporter.${field}`), reporter[field]] as const),
          [t('publicReports.reporter.confidential'), t(reporter.confidential ? 'common.yes' : 'common.no')],
        ]}
      />
      {originals.length > 0 && (
        <>
          <h3 className="n-subheading">{t('publicReports.reporter.originals')}</h3>
          {originals.map(({ field, text, at }) => (
            <p key={field + at + text} className="n-prose">
              {text}
            </p>
          ))}
        </>
      )}
      {sources.length > 0 && (
        <>
          <h3 className="n-subheading">{t('publicReports.reporter.sources')}</h3>
          {sources.map((source) => (
            <SourceButton key={source.id} source={source} onSource={onSource} />
          ))}
        </>
      )}
      {intakes.length > 0 && (
        <>
          <h3 className="n-subheading">{t('publicReports.reporter.intakes')}</h3>
          <p className="n-meta">{t('publicReports.reporter.intakesText')}</p>
          {intakes.map((source) => (
            <SourceButton key={source.id} source={source} onSource={onSource} />
          ))}
        </>
      )}
    </>
  );
}

function SourceButton({
  source,
  onSource,
}: {
  source: ReportSource;
  onSource: (source: ReportSource) => void;
}): ReactNode {
  const format = useFormat();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconMailOpened size={15} />}
      onClick={() => onSource(source)}
    >
      {source.name} ({format.bytes(source.bytes)})
    </Button>
  );
}

/** A message that names its sender, kept with the identity. */
function KeepSource({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const take = useReportFiles();
  const choose = async (): Promise<void> => {
    const { files } = await call('app.chooseFiles', { purpose: 'evidence', multiple: true });
    if (files.length > 0) await take(id, files, true);
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      title={t('publicReports.reporter.addSourceHint')}
      onClick={() => void choose().catch(notify.failed)}
    >
      {t('publicReports.reporter.addSource')}
    </Button>
  );
}

function Removal({
  file: { report },
  onRemoved,
  onClose,
}: {
  file: PublicReportPage;
  onRemoved: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  return (
    <ConfirmDialog
      title={t('publicReports.reporter.removeTitle')}
      text={t('publicReports.reporter.removeText', { number: report.number })}
      submitLabel={t('publicReports.reporter.remove')}
      submit={async () => {
        await call('publicReports.setReporter', { id: report.id, reporter: null });
        notify.done(t('publicReports.reporter.removed'));
        onRemoved();
      }}
      onClose={onClose}
    />
  );
}
