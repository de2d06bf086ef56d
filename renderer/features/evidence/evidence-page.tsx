/** All evidence: the gallery, what lies in the tray, and the details beside it. */
import { Button, Group } from '@mantine/core';
import {
  IconClipboard,
  IconCrop,
  IconFilePlus,
  IconPhoto,
  IconPhotoSearch,
  IconWorldDownload,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { completenessLevel } from '#shared/contract/capture.ts';
import { day } from '#shared/contract/common.ts';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import { EVIDENCE_ORIGINS } from '#shared/domain/evidence/origin-words.ts';
import { periodWords } from '#shared/domain/recap/words.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { MoreBelow } from '../../ui/more-below.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import type { PaperColumn } from '../../ui/print-list.tsx';
import { ListTools } from '../../ui/searched-list.tsx';
import { Answer, Empty, Problem } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { EvidenceBadges } from './badges.tsx';
import { EvidenceDetails } from './details.tsx';
import { Gallery } from './gallery.tsx';
import { useTakingIn } from './taking-in.tsx';
import { Viewer } from './viewer.tsx';

const LEVELS = ['unexplained', 'red', 'amber', 'green'] as const;
const WHERE = ['tray', 'case'] as const;
const view = z.object({
  query: z.string(),
  where: z.enum(WHERE).optional(),
  origin: z.enum(EVIDENCE_ORIGINS).optional(),
  secondHand: z.boolean().optional(),
  level: completenessLevel.optional(),
  explained: z.boolean().optional(),
  withdrawn: z.boolean().optional(),
  from: day.optional(),
  to: day.optional(),
});
/** So many before the end of what is here, the viewer has more fetched. */
const NEAR_END = 20;
type View = z.infer<typeof view>;
const INITIAL: View = { query: '' };

/** Bukti. `looking` is the item that is open in the viewer. */
export function EvidencePage({ looking }: { looking: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const [asked, setAsked] = useRemembered('evidence', view, INITIAL);
  const [detailed, setDetailed] = useState<string | undefined>(undefined);
  const selection = { ...asked, where: asked.where ?? ('all' as const) };
  const list = usePagedRows(['evidence.list', selection], (offset, limit) =>
    call('evidence.list', { ...selection, offset, limit }),
  );
  const taking = useTakingIn(null);
  const look = (id: string | undefined): void =>
    void navigate({ to: '/bukti', search: id === undefined ? {} : { lihat: id } });
  const toggleDetails = (row: EvidenceRow): void => setDetailed(detailed === row.id ? undefined : row.id);
  const exporting = (look: 'button' | 'icon'): ReactNode => (
    <ExportList selection={{ list: 'evidence', ...selection }} disabled={list.total === 0} look={look} />
  );
  return (
    <div className={detailed === undefined ? 'n-page' : 'n-split'}>
      <Page
        title={t('evidence.title')}
        actions={
          <Group gap="xs">
            {detailed === undefined && exporting('button')}
            <Button variant="default" leftSection={<IconCrop size={16} />} onClick={taking.pickRegion}>
              {t('evidence.region.action')}
            </Button>
            <Button variant="default" leftSection={<IconClipboard size={16} />} onClick={taking.paste}>
              {t('evidence.paste')}
            </Button>
            <Button variant="default" leftSection={<IconFilePlus size={16} />} onClick={taking.choose}>
              {t('evidence.addFiles')}
            </Button>
            <Button
              leftSection={<IconWorldDownload size={16} />}
              onClick={() => void call('capture.openWindow', { caseId: null }).catch(notify.failed)}
            >
              {t('evidence.capture')}
            </Button>
          </Group>
        }
      >
        <Tools asked={asked} onChange={setAsked} total={list.total}>
          {detailed !== undefined && exporting('icon')}
        </Tools>
        <Answer of={list}>
          {({ rows }) => (
            <>
              {rows.length === 0 ? (
                <Nothing asked={asked} />
              ) : (
                <Gallery
                  rows={rows}
                  label={t('evidence.title')}
                  onLook={(row) => look(row.id)}
                  onDetails={toggleDetails}
                  selected={detailed}
                />
              )}
              {list.isError && <Problem error={list.error} retry={() => void list.refetch()} />}
              {/* Looks anew when something has come: the end may still be near. */}
              {!list.complete && <MoreBelow key={`${rows.length} ${list.busy}`} onNear={list.more} />}
              {looking !== undefined && (
                <Viewer
                  rows={rows}
                  total={list.total}
                  id={looking}
                  onMove={(row) => {
                    look(row.id);
                    if (rows.indexOf(row) > rows.length - NEAR_END) list.more();
                  }}
                  onClose={() => look(undefined)}
                />
              )}
            </>
          )}
        </Answer>
      </Page>
      {detailed !== undefined && (
        <aside className="n-side">
          <EvidenceDetails id={detailed} />
        </aside>
      )}
      {taking.element}
    </div>
  );
}

function Nothing({ asked }: { asked: View }): ReactNode {
  const { t } = useTranslation();
  const searching =
    asked.query !== '' || Object.entries(asked).some(([name, value]) => name !== 'query' && value !== undefined);
  return (
    <Empty
      icon={searching ? IconPhotoSearch : IconPhoto}
      title={searching ? t('evidence.emptySearch') : t('evidence.empty')}
    >
      {t('evidence.emptyText')}
    </Empty>
  );
}

/** On paper; the picture stays in the vault. */
function useColumns(): PaperColumn<EvidenceRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'number', title: t('documents.column.number'), cell: (row) => row.number },
    { key: 'title', title: t('evidence.edit.name'), cell: (row) => row.title },
    { key: 'origin', title: t('evidence.filter.origin'), cell: (row) => t(`names.origin.${row.origin}`) },
    { key: 'captured', title: t('evidence.facts.captured'), cell: (row) => format.brief(row.capturedAt) },
    {
      key: 'cases',
      title: t('cases.title'),
      cell: (row) => row.cases.map(({ number }) => number).join(', ') || t('evidence.unfiled'),
    },
    { key: 'marks', title: t('evidence.filter.level'), cell: (row) => <EvidenceBadges row={row} /> },
  ];
}

interface ToolsProps {
  readonly asked: View;
  readonly onChange: (view: View) => void;
  readonly total: number;
  readonly children: ReactNode;
}

function Tools({ asked, onChange, total, children }: ToolsProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = useColumns();
  const filters: FilterChoice[] = [
    {
      label: t('evidence.filter.where'),
      options: choices(WHERE, (where) => t(`evidence.where.${where}`)),
      value: asked.where,
      onChange: (value) => onChange({ ...asked, where: WHERE.find((where) => where === value) }),
    },
    {
      label: t('evidence.filter.origin'),
      options: choices(EVIDENCE_ORIGINS, (origin) => t(`names.origin.${origin}`)),
      value: asked.origin,
      onChange: (value) => onChange({ ...asked, origin: EVIDENCE_ORIGINS.find((origin) => origin === value) }),
    },
    {
      label: t('evidence.filter.hand'),
      options: choices(['first', 'second'] as const, (hand) => t(`evidence.hand.${hand}`)),
      value: asked.secondHand === undefined ? undefined : asked.secondHand ? 'second' : 'first',
      onChange: (value) => onChange({ ...asked, secondHand: value === undefined ? undefined : value === 'second' }),
    },
    {
      label: t('evidence.filter.level'),
      options: choices(LEVELS, (level) => t(`evidence.level.${level}`)),
      value: asked.level === 'red' && asked.explained === false ? 'unexplained' : asked.level,
      onChange: (value) =>
        onChange({
          ...asked,
          level: value === 'unexplained' ? 'red' : completenessLevel.options.find((level) => level === value),
          explained: value === 'unexplained' ? false : undefined,
        }),
    },
    {
      label: t('evidence.filter.kept'),
      options: choices(['kept', 'withdrawn'] as const, (one) => t(`evidence.kept.${one}`)),
      value: asked.withdrawn === undefined ? undefined : asked.withdrawn ? 'withdrawn' : 'kept',
      onChange: (value) => onChange({ ...asked, withdrawn: value === undefined ? undefined : value === 'withdrawn' }),
    },
    ...(asked.from === undefined && asked.to === undefined
      ? []
      : [
          {
            label: t('evidence.filter.period'),
            options: [
              {
                value: 'period',
                label: periodWords({ from: asked.from ?? asked.to ?? '', to: asked.to ?? asked.from ?? '' }, language),
              },
            ],
            value: 'period',
            onChange: () => onChange({ ...asked, from: undefined, to: undefined }),
          },
        ]),
  ];
  return (
    <ListTools
      title={t('evidence.title')}
      search={{
        value: asked.query,
        onChange: (query) => onChange({ ...asked, query }),
        placeholder: t('evidence.search'),
      }}
      filters={filters}
      total={total}
      columns={columns}
      load={(limit) => call('evidence.list', { ...asked, where: asked.where ?? 'all', limit })}
      icons
    >
      {children}
    </ListTools>
  );
}
