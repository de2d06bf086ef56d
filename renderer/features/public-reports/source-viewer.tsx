/** A message as it came in: what it is looked at for is asked first, and it is let go of when the dialog closes. */
import { Button, Modal, Select, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { revealPurpose } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Problem } from '../../ui/states.tsx';

type Source = OutputOf<'publicReports.revealReporter'>['sources'][number];

interface SourceViewerProps {
  readonly id: string;
  readonly source: Source;
  readonly onClose: () => void;
}

export function SourceViewer({ id, source, onClose }: SourceViewerProps): ReactNode {
  const { t } = useTranslation();
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
        <Select
          label={t('publicReports.reporter.purpose')}
          data={purposes}
          value={purpose}
          onChange={(chosen) => setPurpose(purposes.find(({ value }) => value === chosen)?.value ?? null)}
          data-autofocus
        />
        <Button onClick={look} loading={busy} disabled={purpose === null}>
          {t('publicReports.reporter.viewSource')}
        </Button>
        {error !== null && <Problem error={error} />}
        {text !== null && <pre className="n-report-source">{text}</pre>}
      </Stack>
    </Modal>
  );
}
