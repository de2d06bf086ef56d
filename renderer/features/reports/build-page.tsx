/** A document: kind, fields and wording chosen on the left, looked at on the right, then sealed. */
import { Button, Group, Stack } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { JobState } from '#shared/contract/app.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { documentPreview, type OfferedKind } from '#shared/contract/documents.ts';
import type { CallOf } from '#shared/contract/index.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Notice } from '../../ui/marks.tsx';
import { useMissingWords } from '../../ui/missing-words.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { choices } from '../../ui/names.ts';
import { type Draft, DraftFields } from './draft-fields.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { PdfPages } from './pdf-pages.tsx';
import { WithoutCopy } from './without-copy.tsx';
import { WordingForm } from './wording-form.tsx';
import './reports.css';

type Preview = z.infer<typeof documentPreview>;
type Asked = Omit<CallOf<'documents.issue'>, 'signature'>;

interface BuildProps {
  readonly caseId: string | undefined;
  /** The report from the public that it is about. */
  readonly publicReportId: string | undefined;
  readonly document: DocumentKindName | undefined;
  /** The issued document that the new one replaces. */
  readonly replaces: string | undefined;
  /** The issued full document whose masked version the new one is, under its number. */
  readonly sameAs: string | undefined;
  readonly wording: boolean;
  /** The hoax that a clarification is about. */
  readonly hoaxId?: string | undefined;
  readonly variant?: Draft['variant'];
  /** What is filled in from the beginning. */
  readonly day?: string | undefined;
  readonly fields?: Draft['fields'];
}

/** Dokumen → Buat dokumen. */
export function BuildDocumentPage({
  caseId,
  publicReportId,
  document,
  replaces,
  sameAs,
  wording,
  hoaxId,
  variant,
  day,
  fields,
}: BuildProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({
    document: document ?? (publicReportId === undefined ? 'laporan_inspektorat' : 'tanda_terima'),
    variant: sameAs === undefined ? (variant ?? 'lengkap') : 'disamarkan',
    caseId: caseId ?? '',
    publicReportId: publicReportId ?? null,
    namesReporter: false,
    day: day ?? '',
    number: 'next',
    typed: '',
    fields: { ...fields, ...(hoaxId !== undefined && { hoax: hoaxId }) },
  });
  const [tab, setTab] = useState<'fields' | 'wording'>(wording ? 'wording' : 'fields');
  const [tried, setTried] = useState<Record<string, string>>({});
  const [preview, setPreview] = useState<{ of: string; value: Preview } | null>(null);
  const [issuing, setIssuing] = useState(false);
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run, clear } = useAction();
  const offered = useOfferedKind(draft, sameAs, replaces);
  const asked = askedOf(draft, replaces, sameAs);
  const key = JSON.stringify([asked, tried]);
  const stale = preview !== null && key !== preview.of;
  const lacking = lackingOf(draft, offered).filter((name) => (sameAs ?? replaces) === undefined || name !== 'case');
  const layOut = (event?: FormEvent): void => {
    event?.preventDefault();
    if (lacking.length > 0) return;
    void run(async () => {
      setJob(null);
      const given = Object.keys(tried).length === 0 ? asked : { ...asked, wording: tried };
      setPreview({ of: key, value: await runJob('documents.preview', given, documentPreview, setJob) });
    });
  };
  const change = (next: Draft): void => {
    if (next.document !== draft.document) setTried({});
    clear();
    setDraft(next);
  };
  return (
    <Page title={t('documents.build.title')} flush>
      <div className="n-builder">
        <form className="n-builder-form" onSubmit={layOut}>
          <Stack gap="sm">
            <Segmented
              label={t('documents.build.parts')}
              wide
              data={choices(['fields', 'wording'] as const, (one) => t(`documents.build.tabs.${one}`))}
              value={tab}
              onChange={setTab}
            />
            {tab === 'fields' ? (
              <DraftFields draft={draft} offered={offered} replaces={replaces} sameAs={sameAs} onChange={change} />
            ) : (
              <WordingForm key={draft.document} document={draft.document} tried={tried} onTry={setTried} />
            )}
            {error !== null && <Problem error={error} />}
            <WithoutCopy caseId={draft.caseId} variant={draft.variant} />
            {stale && <Notice tone="waiting">{t('reports.build.stale')}</Notice>}
            {preview !== null && !stale && <Standing preview={preview.value} tried={Object.keys(tried).length > 0} />}
            <Lacking names={lacking} />
            <Group gap="xs">
              <Button
                type="submit"
                variant={preview === null || stale ? 'filled' : 'default'}
                disabled={busy || lacking.length > 0}
              >
                {preview === null ? t('reports.build.preview') : t('reports.build.again')}
              </Button>
              {preview !== null && !stale && Object.keys(tried).length === 0 && (
                <Button onClick={() => setIssuing(true)}>
                  {preview.value.draftReasons.length === 0 ? t('reports.issue.submit') : t('reports.issue.draftSubmit')}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
        <div className="n-builder-preview">
          {busy && (
            <div style={{ padding: 24 }}>
              <JobProgress label={t('reports.build.previewing')} state={job} />
            </div>
          )}
          {!busy && preview !== null && <PdfPages key={preview.value.handle} handle={preview.value.handle} />}
          {!busy && preview === null && <Empty icon={IconFileText} title={t('reports.build.nothing')} />}
        </div>
      </div>
      {issuing && (
        <IssueDialog
          options={asked}
          draft={(preview?.value.draftReasons.length ?? 0) > 0}
          onClose={() => setIssuing(false)}
          onIssued={() => void navigate({ to: '/dokumen' })}
        />
      )}
    </Page>
  );
}

/** The kind with its fields' defaults for the case or the package that is chosen, or as the full document and the one that is replaced have them. */
function useOfferedKind(
  { document, caseId, publicReportId, fields }: Draft,
  sameAs: string | undefined,
  replaces: string | undefined,
): OfferedKind | undefined {
  const about = OFFICE_KINDS[document].about;
  const kinds = useOperation(
    'documents.kinds',
    {
      caseId: about === 'case' && caseId !== '' ? caseId : null,
      package: fields['package'] || null,
      publicReportId,
      sameAs: sameAs ?? null,
      replaces: replaces ?? null,
    },
    { keep: true },
  );
  return kinds.data?.rows.find((row) => row.document === document);
}

function askedOf(draft: Draft, replaces: string | undefined, sameAs: string | undefined): Asked {
  const { document, variant, caseId, publicReportId, namesReporter, day, number, typed, fields } = draft;
  const about = OFFICE_KINDS[document].about;
  const numberOf = (): Asked['number'] => {
    if (sameAs !== undefined) return { how: 'same', as: sameAs };
    return number === 'typed' ? { how: 'typed', text: typed.trim() } : { how: number };
  };
  return {
    document,
    variant,
    caseId: about === 'case' && caseId !== '' ? caseId : null,
    publicReportId,
    reporter: namesReporter ? { purpose: 'surat' } : null,
    day: about === 'day' && day !== '' ? day : null,
    number: numberOf(),
    fields,
    supersedes: replaces ?? null,
  };
}

/** What must be filled in before there is anything to lay out, by the names of its words. */
function lackingOf(draft: Draft, offered: OfferedKind | undefined): string[] {
  const about = OFFICE_KINDS[draft.document].about;
  return [
    ...(about === 'case' && draft.publicReportId === null && draft.caseId === '' && !draft.fields['package']
      ? ['case']
      : []),
    ...(draft.number === 'typed' && draft.typed.trim() === '' ? ['number'] : []),
    ...(offered?.fields ?? []).flatMap(({ name, required, value }) =>
      required && (draft.fields[name] ?? value).trim() === '' ? [name] : [],
    ),
  ];
}

function Lacking({ names }: { names: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  const words = names.map((name) => {
    if (name === 'case') return t('reports.build.case');
    if (name === 'number') return t('documents.build.number');
    return t(`documents.field.${name as 'place'}`);
  });
  return <p className="n-meta">{t('documents.build.needed', { names: words.join(', ') })}</p>;
}

/** Whether the document may be issued as it is, or stays a draft, and why. */
function Standing({ preview, tried }: { preview: Preview; tried: boolean }): ReactNode {
  const { t } = useTranslation();
  const words = useMissingWords();
  // Only what the office has kept is issued.
  if (tried) return <Notice tone="waiting">{t('documents.build.wordingTried')}</Notice>;
  if (preview.draftReasons.length === 0) return <Notice tone="done">{t('reports.build.ready')}</Notice>;
  return (
    <Notice tone="waiting">
      <b>{t('reports.build.draftTitle')}.</b> {t('reports.build.draftText')}
      <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
        {preview.draftReasons.map((reason) => (
          <li key={reason}>{words(reason)}</li>
        ))}
      </ul>
    </Notice>
  );
}
