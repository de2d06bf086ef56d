/** The documents of one case, as a part of the case's page. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconDownload, IconEye, IconFileCertificate, IconFilePlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedDocument } from '#shared/contract/documents.ts';
import { OFFICE_KINDS, PUBLIC_REPORT_DOCUMENTS } from '#shared/domain/issuing/office-kinds.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { Hash } from '../../ui/mono.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { DocumentState, useSave, ViewerActions } from './document-marks.tsx';
import { SignatureState } from './document-signatures.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import { useKindChoices, useKindWords } from './kind-words.ts';
import './reports.css';

/** The documents of one case with the menu that makes further ones, as a part of the case's page. */
export function CaseDocuments({ caseId }: { caseId: string }): ReactNode {
  return <Documents of={{ caseId }} />;
}

/** The same for a report from the public. */
export function PublicReportDocuments({ publicReportId }: { publicReportId: string }): ReactNode {
  return <Documents of={{ publicReportId }} />;
}

type About = { readonly caseId: string } | { readonly publicReportId: string };

function Documents({ of }: { of: About }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('documents.list', { ...of, limit: 1_000 });
  const [reading, setReading] = useState<IssuedDocument | null>(null);
  return (
    <div className="n-card">
      <Answer of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={IconFileCertificate} title={t('reports.empty')} action={<MakeMenu of={of} />}>
              {t('reports.emptyText')}
            </Empty>
          ) : (
            <>
              <ul className="n-rows">
                {rows.map((row) => (
                  <li key={row.id}>
                    <DocumentRow row={row} onRead={() => setReading(row)} />
                  </li>
                ))}
              </ul>
              <div className="n-document-make">
                <MakeMenu of={of} />
              </div>
            </>
          )
        }
      </Answer>
      {reading !== null && (
        <DocumentViewer report={reading} actions={<ViewerActions of={reading} />} onClose={() => setReading(null)} />
      )}
    </div>
  );
}

/** Every kind that can be made of it. */
function MakeMenu({ of }: { of: About }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const kinds = useKindChoices().filter(({ value }) =>
    'caseId' in of ? OFFICE_KINDS[value].about === 'case' : PUBLIC_REPORT_DOCUMENTS.some((kind) => kind === value),
  );
  const make = (jenis: string): void =>
    void ('caseId' in of
      ? navigate({ to: '/dokumen/buat/$caseId', params: { caseId: of.caseId }, search: { jenis } })
      : navigate({ to: '/dokumen/buat', search: { jenis, aduan: of.publicReportId } }));
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFilePlus size={16} />} rightSection={<IconChevronDown size={14} />}>
          {t('documents.make')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ value, label }) => (
          <Menu.Item key={value} onClick={() => make(value)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function DocumentRow({ row, onRead }: { row: IssuedDocument; onRead: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = useKindWords();
  const save = useSave();
  const name = row.number === '' ? t('reports.noNumber') : row.number;
  return (
    <div className="n-document">
      <div className="n-row-text">
        <div className="n-clip">
          {kind(row.document)} <span className="n-quiet">· {name}</span>
        </div>
        <div className="n-meta n-clip">
          {format.brief(row.issuedAt)} · {row.user} · {t(`names.reportKind.${row.variant}`)} · {row.pages}{' '}
          {t('reports.column.pages')} · <Hash value={row.sha256} />
        </div>
      </div>
      <DocumentState of={row} />
      <SignatureState reportId={row.id} name={name} />
      <Tooltip label={t('reports.view')}>
        <ActionIcon onClick={onRead} aria-label={`${t('reports.view')}: ${name}`}>
          <IconEye size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('reports.save')}>
        <ActionIcon onClick={() => save(row)} aria-label={`${t('reports.save')}: ${name}`}>
          <IconDownload size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
