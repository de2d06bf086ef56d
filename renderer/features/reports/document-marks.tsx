/** What lists say of an issued document, and what can be done with it while it is read. */
import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedDocument } from '#shared/contract/documents.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { call } from '../../bridge/call.ts';
import { Mark } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { SignatureState } from './document-signatures.tsx';

/** Its number; dots are filled in by hand. */
export function DocumentNumber({ of }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  return of.number === '' ? <span className="n-quiet">{t('reports.noNumber')}</span> : of.number;
}

export function DocumentState({ of: { state } }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  const tone = ({ draf: 'waiting', berlaku: 'sealed', digantikan: 'quiet' } as const)[state];
  return <Mark tone={tone}>{t(`documents.state.${state}`)}</Mark>;
}

/** Whose signature it carries, and how strong it is. */
export function DocumentLevel({ of: { sealed, level } }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  return t(sealed ? 'documents.level.seal' : 'documents.level.p12', { level });
}

/** What can be done with a document while it is read. */
export function ViewerActions({ of }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useSave();
  const build = (more: { ganti?: string; samarkan?: string; umum?: boolean; hari?: string | undefined }): void =>
    void navigate(
      of.caseId === null
        ? { to: '/dokumen/buat', search: { jenis: of.document, aduan: of.publicReportId ?? undefined, ...more } }
        : { to: '/dokumen/buat/$caseId', params: { caseId: of.caseId }, search: { jenis: of.document, ...more } },
    );
  const reissue = (): void =>
    build({
      ganti: of.id,
      ...(of.variant === 'disamarkan' && { umum: true }),
      ...(OFFICE_KINDS[of.document].about === 'day' && { hari: of.day ?? undefined }),
      ...(of.maskedOf !== null && { samarkan: of.maskedOf.id }),
    });
  const others = of.expectedSigners.slice(1).map(({ name }) => name);
  return (
    <Group gap="xs" mb="sm">
      {of.supersedes !== null && (
        <span className="n-meta">
          {t('documents.replaces', { number: of.supersedes.number || t('reports.noNumber') })}
        </span>
      )}
      {of.supersededBy !== null && (
        <Mark tone="waiting">
          {t('documents.replacedBy', { number: of.supersededBy.number || t('reports.noNumber') })}
        </Mark>
      )}
      {of.maskedOf !== null && <span className="n-meta">{t('documents.maskedOf')}</span>}
      {of.maskedBy !== null && <span className="n-meta">{t('documents.maskedThere')}</span>}
      {others.length > 0 && <span className="n-meta">{t('documents.waitingFor', { names: others.join(', ') })}</span>}
      <Hash value={of.sha256} />
      <SignatureState reportId={of.id} name={of.number || t('reports.noNumber')} />
      <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => save(of)}>
        {t('reports.save')}
      </Button>
      {of.supersededBy === null && (
        <Button variant="default" onClick={reissue}>
          {t('documents.reissue')}
        </Button>
      )}
      {of.variant === 'lengkap' && of.state !== 'digantikan' && of.maskedBy === null && (
        <Button variant="default" onClick={() => build({ samarkan: of.id })}>
          {t('documents.makeMasked')}
        </Button>
      )}
    </Group>
  );
}

/** Asks where to and writes a copy there. */
export function useSave(): (document: IssuedDocument) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return ({ id }) =>
    void call('reports.save', { id }).then(
      ({ saved, name }) => saved && notify.done(t('reports.savedAs', { name })),
      notify.failed,
    );
}
