/** A message as it came in: what it is looked at for is asked first, and it is let go of when the dialog closes. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { revealPurpose } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';

type Revealed = OutputOf<'publicReports.revealReporter'>;
/** A message of the report, or a whole file with other people's reports in it, which has their number. */
export type ReportSource = Revealed['sources'][number] | Revealed['intakes'][number];

interface SourceViewerProps {
  readonly id: string;
  readonly source: ReportSource;
  readonly onClose: () => void;
}

export function SourceViewer({ id, source, onClose }: SourceViewerProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const purposes = choices(revealPurpose.options, (purpose) => t(`publicReports.value.purpose.${purpose}`));
  const [purpose, setPurpose] = useState<(typeof purposes)[number]['value'] | null>(null);
  const [text, setText] = useState<string | null>(null);
  const look = (): void => {
    if (purpose === null) return;
    void run(async () => {
      setText((await call('publicReports.readSource', { id, sourceId: source.id, purpose })).text);
    });
  };
  const save = (): void => {
    if (purpose === null) return;
    void run(async () => {
      const { name } = source;
      const written = await call('publicReports.saveSource', { id, sourceId: source.id, name, purpose });
      if (written.saved) notify.done(t('publicReports.reporter.sourceSaved', { name: written.name }));
    });
  };
  // Nothing of it outlives the dialog.
  useEffect(() => () => setText(null), []);
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t('publicReports.reporter.viewSource')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        {'reports' in source && (
          <Notice tone="waiting">{t('publicReports.reporter.intakeAsk', { n: source.reports })}</Notice>
        )}
        <Select
          label={t('publicReports.reporter.purpose')}
          data={purposes}
          value={purpose}
          onChange={(chosen) => setPurpose(purposes.find(({ value }) => value === chosen)?.value ?? null)}
          data-autofocus
        />
        <Group gap="xs">
          <Button onClick={look} loading={busy} disabled={purpose === null}>
            {t('publicReports.reporter.viewSource')}
          </Button>
          <Button variant="default" onClick={save} loading={busy} disabled={purpose === null}>
            {t('publicReports.reporter.saveSource')}
          </Button>
        </Group>
        {error !== null && <Problem error={error} />}
        {text !== null && <pre className="n-report-source">{text}</pre>}
      </Stack>
    </Modal>
  );
}
