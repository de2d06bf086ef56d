/** The audit trail as a list of any length, its head, its export and its verification. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconDownload, IconHistory, IconShieldCheck, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ACTOR_UNKNOWN } from '#shared/domain/custody/actor.ts';
import { factWords } from '#shared/domain/custody/fact-words.ts';
import type { JobState } from '#shared/contract/app.ts';
import type { CustodyRow } from '#shared/contract/custody.ts';
import { vaultVerification } from '#shared/contract/vault.ts';
import { call } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { closeByEscape } from '../../ui/close-by-escape.ts';
import { KNOWN_ACTIONS, useCustodyWords } from '../../ui/custody-words.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Hash, shortHash } from '../../ui/mono.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Page } from '../../ui/page.tsx';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { VerificationNotice } from '../../ui/verification.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import './custody.css';

const SUBJECTS = [
  'vault',
  'user',
  'import',
  'employee',
  'account',
  'case',
  'evidence',
  'queue',
  'report',
  'package',
  'round',
  'setting',
] as const;
const view = z.object({ action: z.string().optional(), subjectKind: z.enum(SUBJECTS).optional() });
/** What is left beside an entry. */
const NARROW = ['sequence', 'at', 'action'];
type View = z.infer<typeof view>;

/** Jejak Audit. */
export function CustodyPage(): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [asked, setAsked] = useRemembered<View>('custody', view, {});
  const [open, setOpen] = useState<CustodyRow | null>(null);
  const rows = useWindowedRows(['custody.list', asked], (offset, limit) =>
    call('custody.list', { ...asked, offset, limit }),
  );
  const verification = useVerification();
  const save = (): void =>
    void call('custody.export', {}).then(
      ({ saved, name }) => saved && notify.done(t('custody.exported', { name })),
      notify.failed,
    );
  return (
    <div className={open === null ? 'n-page' : 'n-split'}>
      <Page
        title={t('custody.title')}
        detail={t('custody.text')}
        flush
        actions={
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
              {t('custody.export')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={16} />}
              onClick={verification.start}
              disabled={verification.busy}
            >
              {t('custody.verify')}
            </Button>
          </Group>
        }
      >
        {verification.element !== null && <div className="n-tools n-custody-result">{verification.element}</div>}
        <HeadLine />
        <Tools asked={asked} onChange={setAsked} total={rows.total} />
        <Grid rows={rows} open={open} onOpen={setOpen} />
      </Page>
      {open !== null && <EntryPanel row={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function HeadLine(): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('custody.list', { limit: 1 });
  if (list.data === undefined) return null;
  const { head } = list.data;
  return (
    <div className="n-custody-head">
      <span className="n-label">{t('custody.head')}</span>
      <b>#{head.sequence}</b>
      <Hash value={head.hash} whole />
      <span className="n-meta">{t('custody.headText')}</span>
    </div>
  );
}

function Tools({ asked, onChange, total }: { asked: View; onChange: (view: View) => void; total: number }): ReactNode {
  const { t } = useTranslation();
  const words = useCustodyWords();
  const columns = useColumns();
  const filters: FilterChoice[] = [
    {
      label: t('custody.filter.action'),
      options: choices(KNOWN_ACTIONS, (action) => words(action)),
      value: asked.action,
      onChange: (action) => onChange({ ...asked, action }),
    },
    {
      label: t('custody.filter.subject'),
      options: choices(SUBJECTS, (kind) => t(`custody.subject.${kind}`)),
      value: asked.subjectKind,
      onChange: (value) => onChange({ ...asked, subjectKind: SUBJECTS.find((kind) => kind === value) }),
    },
  ];
  return (
    <ListTools
      title={t('custody.title')}
      filters={filters}
      total={total}
      columns={columns}
      load={(limit) => call('custody.list', { ...asked, limit })}
      selection={{ list: 'custody', ...asked }}
    />
  );
}

function Grid({
  rows,
  open,
  onOpen,
}: {
  rows: ReturnType<typeof useWindowedRows<CustodyRow>>;
  open: CustodyRow | null;
  onOpen: (row: CustodyRow) => void;
}): ReactNode {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <ListRows
      label={t('custody.title')}
      list="custody"
      columns={columns}
      only={open === null ? undefined : NARROW}
      rows={rows}
      keyOf={(row) => String(row.sequence)}
      selectedKey={open === null ? undefined : String(open.sequence)}
      onOpen={onOpen}
      empty={
        <Empty icon={IconHistory} title={t('custody.empty')}>
          {t('custody.emptyText')}
        </Empty>
      }
    />
  );
}

function useColumns(): Column<CustodyRow, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCustodyWords();
  const language = useLanguage();
  return [
    {
      key: 'sequence',
      title: t('custody.column.sequence'),
      width: 64,
      always: true,
      cell: (row) => <span className="n-mono">{row.sequence}</span>,
    },
    { key: 'at', title: t('custody.column.at'), width: 148, cell: (row) => format.brief(row.at) },
    {
      key: 'action',
      title: t('custody.column.action'),
      width: 160,
      grow: 2,
      always: true,
      cell: (row) => words(row.action),
    },
    {
      key: 'subject',
      title: t('custody.column.subject'),
      width: 110,
      grow: 1.6,
      cell: (row) => row.subjectLabel ?? '—',
    },
    {
      key: 'user',
      title: t('custody.column.user'),
      width: 100,
      grow: 1,
      cell: (row) => row.user ?? <span className="n-quiet">{ACTOR_UNKNOWN[language]}</span>,
    },
    {
      key: 'hash',
      title: t('custody.column.hash'),
      width: 136,
      cell: (row) => <span className="n-mono n-meta">{shortHash(row.hash)}</span>,
    },
  ];
}

function EntryPanel({ row, onClose }: { row: CustodyRow; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const words = useCustodyWords();
  return (
    <aside
      className="n-side n-entry"
      aria-label={t('custody.entry', { n: row.sequence })}
      onKeyDown={closeByEscape(onClose)}
    >
      <ActionIcon className="n-entry-close" onClick={onClose} aria-label={t('custody.close')}>
        <IconX size={18} stroke={1.6} />
      </ActionIcon>
      <p className="n-meta">{t('custody.entry', { n: row.sequence })}</p>
      <h2>{words(row.action)}</h2>
      <Facts
        rows={[
          [t('custody.column.at'), format.instant(row.at)],
          [t('custody.column.user'), row.user ?? ACTOR_UNKNOWN[language]],
          ...(row.user === null ? [[t('custody.signedBy'), row.signedBy] as const] : []),
          [t('custody.column.subject'), row.subjectLabel],
          [
            'ID',
            row.subjectId === null ? null : (
              <span key="i" className="n-mono">
                {row.subjectId}
              </span>
            ),
          ],
          [t('custody.column.hash'), <Hash key="h" value={row.hash} whole />],
          ...Object.entries(row.facts).map(
            ([name, value]) =>
              [
                factWords(name, language),
                value === null ? null : (
                  <span key={name} className="n-mono">
                    {typeof value === 'boolean' ? t(value ? 'common.yes' : 'common.no') : String(value)}
                  </span>
                ),
              ] as const,
          ),
        ]}
      />
    </aside>
  );
}

function useVerification(): { start: () => void; busy: boolean; element: ReactNode } {
  const { t } = useTranslation();
  const [job, setJob] = useState<JobState | null>(null);
  const [result, setResult] = useState<z.infer<typeof vaultVerification> | null>(null);
  const { busy, error, run } = useAction();
  const start = (): void =>
    void run(async () => {
      setResult(null);
      setResult(await runJob('vault.verify', {}, vaultVerification, setJob));
    });
  if (busy) return { start, busy, element: <JobProgress label={t('custody.verifying')} state={job} /> };
  if (error !== null) return { start, busy, element: <Problem error={error} /> };
  return { start, busy, element: result === null ? null : <VerificationNotice result={result} /> };
}
