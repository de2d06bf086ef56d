/** Every issued document, kept with its bytes and hash. */
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconDownload, IconEye, IconFileCertificate, IconFileCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedReport } from '#shared/contract/reports.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { RaiseWaitingButton, SignatureState } from './document-signatures.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import './reports.css';

/** Dokumen. */
export function DocumentsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page
      title={t('reports.title')}
      actions={
        <Group gap="xs">
          <RaiseWaitingButton />
          <Button
            variant="default"
            leftSection={<IconFileCheck size={16} />}
            onClick={() => void navigate({ to: '/dokumen/verifikasi' })}
          >
            {t('reports.verify')}
          </Button>
          <Button
            leftSection={<IconFileCertificate size={16} />}
            onClick={() => void navigate({ to: '/dokumen/buat' })}
          >
            {t('reports.make')}
          </Button>
        </Group>
      }
    >
      <DocumentList />
    </Page>
  );
}

/** The documents of one case, as a part of the case's page. */
export function CaseDocuments({ caseId }: { caseId: string }): ReactNode {
  return <DocumentList caseId={caseId} />;
}

function DocumentList({ caseId }: { caseId?: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useOperation('reports.list', caseId === undefined ? {} : { caseId });
  const [reading, setReading] = useState<IssuedReport | null>(null);
  const make = (): void =>
    void (caseId === undefined
      ? navigate({ to: '/dokumen/buat' })
      : navigate({ to: '/dokumen/buat/$caseId', params: { caseId } }));
  return (
    <div className="n-card">
      <Answer of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty
              icon={IconFileCertificate}
              title={t('reports.empty')}
              action={
                <Button variant="default" onClick={make}>
                  {t('reports.make')}
                </Button>
              }
            >
              {t('reports.emptyText')}
            </Empty>
          ) : (
            <ul className="n-rows">
              {rows.map((report) => (
                <li key={report.id}>
                  <DocumentRow report={report} onRead={() => setReading(report)} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {reading !== null && <DocumentViewer report={reading} onClose={() => setReading(null)} />}
    </div>
  );
}

function DocumentRow({ report, onRead }: { report: IssuedReport; onRead: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const name = report.number === '' ? t('reports.noNumber') : report.number;
  const save = (): void =>
    void call('reports.save', { id: report.id }).then(
      ({ saved, name: file }) => saved && notify.done(t('reports.savedAs', { name: file })),
      notify.failed,
    );
  return (
    <div className="n-document">
      <div className="n-row-text">
        <div className="n-clip">
          {name} <span className="n-quiet">· {report.caseNumber}</span>
        </div>
        <div className="n-meta n-clip">
          {format.brief(report.issuedAt)} · {report.user} · {t(`names.reportKind.${report.kind}`)} · {report.pages}{' '}
          {t('reports.column.pages')} · <Hash value={report.sha256} />
        </div>
      </div>
      {report.draft ? (
        <Mark tone="waiting">{t('reports.draft')}</Mark>
      ) : (
        <Mark tone="sealed">{report.sealed ? t('reports.sealed') : report.signer}</Mark>
      )}
      <SignatureState reportId={report.id} name={name} />
      <Tooltip label={t('reports.view')}>
        <ActionIcon onClick={onRead} aria-label={`${t('reports.view')}: ${name}`}>
          <IconEye size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('reports.save')}>
        <ActionIcon onClick={save} aria-label={`${t('reports.save')}: ${name}`}>
          <IconDownload size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
