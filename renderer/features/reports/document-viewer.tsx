/** An issued document, read inside the app. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedDocument } from '#shared/contract/documents.ts';
import { call } from '../../bridge/call.ts';
import { Bones, Problem } from '../../ui/states.tsx';
import { useView } from '../../ui/use-view.ts';
import { PdfPages } from './pdf-pages.tsx';

/** Opens the document (which custody records) and lets go of it on close. */
export function DocumentViewer({
  report,
  actions,
  onClose,
}: {
  report: Pick<IssuedDocument, 'id' | 'number' | 'caseNumber'>;
  /** What can be done with it, above its pages. */
  actions?: ReactNode;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { handle, error } = useView(report.id, (id) => call('reports.view', { id }));
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={[report.number === '' ? t('reports.noNumber') : report.number, report.caseNumber]
        .filter(Boolean)
        .join(' · ')}
      padding="md"
      closeButtonProps={{ 'aria-label': t('reports.close') }}
      classNames={{ body: 'n-document-body' }}
    >
      {actions}
      {error !== null && <Problem error={error} />}
      {handle === null ? error === null && <Bones rows={12} /> : <PdfPages handle={handle} />}
    </Modal>
  );
}
