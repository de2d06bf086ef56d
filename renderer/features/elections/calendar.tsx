/** The calendar: every election with its stages as bars under the months, today marked, each stage editable. */
import { ActionIcon, Button, Group, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCalendarEvent, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { verificationState } from '#shared/contract/cases.ts';
import { type Election, type ElectionStage, stageKind } from '#shared/contract/elections.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { OFFICE_WORDS, PHASE_WORDS, STAGE_KINDS, STAGE_WORDS } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { Section } from '../../ui/page.tsx';
import type { PaperColumn } from '../../ui/print-list.tsx';
import { ListTools } from '../../ui/searched-list.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { ElectionForm } from './election-form.tsx';
import { ProofMarks, useVerificationFilter } from './proof-fields.tsx';
import { RemoveDialog } from './remove.tsx';
import { StageForm } from './stage-form.tsx';
import { type TimeLine, timeLine } from './time-line.ts';
import { useStageName, useToday } from './use-words.ts';

const view = z.object({
  electionId: z.string().optional(),
  kind: stageKind.optional(),
  verification: verificationState.optional(),
});
type View = z.infer<typeof view>;

/** `selected`: the election that is brought into view. */
export function Calendar({ selected }: { selected: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const [remembered, setAsked] = useRemembered<View>('election-stages', view, {});
  const list = useOperation('elections.list', {});
  const elections = list.data?.rows ?? [];
  // An election that was taken out is no filter any more.
  const known = elections.some(({ id }) => id === remembered.electionId);
  const asked: View = { ...remembered, electionId: known ? remembered.electionId : undefined };
  const selection = { query, ...asked };
  const stages = useOperation('elections.stages', { ...selection, limit: 1_000 }, { keep: true });
  const narrowed = query !== '' || Object.values(asked).some((value) => value !== undefined);
  // What an address or the search over everything leads to is shown, whatever was filtered before.
  useEffect(() => {
    if (selected === undefined) return;
    setQuery('');
    // Nothing is written where nothing was filtered: the other lists' memory may not be here yet.
    if (Object.values(remembered).some((value) => value !== undefined)) setAsked({});
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another one is looked for
  }, [selected]);
  const filters: FilterChoice[] = [
    {
      label: t('elections.column.election'),
      options: elections.map(({ id, name }) => ({ value: id, label: name })),
      value: asked.electionId,
      onChange: (electionId) => setAsked({ ...asked, electionId }),
    },
    {
      label: t('elections.column.stage'),
      options: choices(STAGE_KINDS, (kind) => STAGE_WORDS[kind][language]),
      value: asked.kind,
      onChange: (value) => setAsked({ ...asked, kind: STAGE_KINDS.find((kind) => kind === value) }),
    },
    useVerificationFilter(asked.verification, (verification) => setAsked({ ...asked, verification })),
  ];
  return (
    <>
      <p className="n-meta n-election-intro">{t('elections.detail')}</p>
      <ListTools
        title={t('elections.parts.calendar')}
        search={{ value: query, onChange: setQuery, placeholder: t('elections.stageSearch') }}
        filters={filters}
        total={stages.data?.total ?? 0}
        columns={usePaperColumns()}
        load={(limit) => call('elections.stages', { ...selection, limit })}
        selection={{ list: 'electionStages', ...selection }}
      />
      <Answer of={list} rows={8}>
        {({ rows }) => (
          <Answer of={stages} rows={8}>
            {({ rows: found }) => {
              const shown = rows
                .map((election) => ({
                  election,
                  stages: election.stages.filter((stage) => found.some(({ id }) => id === stage.id)),
                }))
                .filter(({ election, stages }) => !narrowed || stages.length > 0 || isFoundBare(election, selection));
              return shown.length === 0 ? (
                <Empty icon={IconCalendarEvent} title={t(narrowed ? 'elections.emptySearch' : 'elections.empty')}>
                  {!narrowed && t('elections.emptyText')}
                </Empty>
              ) : (
                shown.map((one) => <OneElection key={one.election.id} {...one} sought={one.election.id === selected} />)
              );
            }}
          </Answer>
        )}
      </Answer>
    </>
  );
}

/** Whether an election without any stage is what is looked for: there it gets its first. */
function isFoundBare({ id, name, stages }: Election, asked: View & { readonly query: string }): boolean {
  const { query, electionId, kind, verification } = asked;
  return (
    stages.length === 0 &&
    kind === undefined &&
    verification === undefined &&
    (electionId === undefined || electionId === id) &&
    name.toLowerCase().includes(query.trim().toLowerCase())
  );
}

type FoundStage = OutputOf<'elections.stages'>['rows'][number];

function usePaperColumns(): PaperColumn<FoundStage>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const stageName = useStageName();
  return [
    { key: 'election', title: t('elections.column.election'), cell: ({ electionName }) => electionName },
    { key: 'stage', title: t('elections.column.stage'), cell: (row) => stageName(row) },
    {
      key: 'days',
      title: t('elections.column.days'),
      cell: ({ startsOn, endsOn }) => [...new Set([startsOn, endsOn])].map(format.day).join(' – '),
    },
    {
      key: 'office',
      title: t('elections.column.office'),
      cell: ({ office }) => (office === null ? '' : OFFICE_WORDS[office][language]),
    },
    { key: 'source', title: t('elections.column.source'), cell: (row) => <ProofMarks proof={row} /> },
  ];
}

interface OneElectionProps {
  readonly election: Election;
  /** Those of its stages that are looked for. */
  readonly stages: readonly ElectionStage[];
  readonly sought: boolean;
}

function OneElection({ election, stages, sought }: OneElectionProps): ReactNode {
  const { t } = useTranslation();
  const place = `pemilihan-${election.id}`;
  useEffect(() => {
    if (sought) document.getElementById(place)?.scrollIntoView({ block: 'start' });
  }, [sought, place]);
  const [asking, setAsking] = useState<'edit' | 'stage' | 'remove' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <Section
      id={place}
      title={election.name}
      actions={
        <Group gap={4} className="n-election-tools">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAsking('stage')}
          >
            {t('elections.addStage')}
          </Button>
          <Tooltip label={t('elections.edit')}>
            <ActionIcon aria-label={`${t('elections.edit')}: ${election.name}`} onClick={() => setAsking('edit')}>
              <IconPencil size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('elections.remove')}>
            <ActionIcon aria-label={`${t('elections.remove')}: ${election.name}`} onClick={() => setAsking('remove')}>
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Group>
      }
    >
      <ElectionFacts election={election} />
      <Warnings election={election} />
      <StageTable election={election} stages={stages} />
      {asking === 'edit' && <ElectionForm election={election} onClose={close} />}
      {asking === 'stage' && <StageForm election={election} stage={null} onClose={close} />}
      {asking === 'remove' && <RemoveDialog what="election" id={election.id} name={election.name} onClose={close} />}
    </Section>
  );
}

function ElectionFacts({ election }: { election: Election }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { watchFrom, watchUntil } = election;
  const facts = [
    t('elections.candidateCount', { n: format.number(election.candidates) }),
    t('elections.watched', {
      from: watchFrom === null ? t('elections.watchFirst') : format.calendar(watchFrom),
      until: watchUntil === null ? t('elections.watchLast') : format.calendar(watchUntil),
    }),
    election.note,
  ];
  return (
    <div className="n-election-facts">
      <Mark tone="info">{t(`names.regime.${election.regime}`)}</Mark>
      <Mark tone="quiet">{t('elections.phase', { phase: PHASE_WORDS[election.phase][language] })}</Mark>
      <span className="n-meta">{facts.filter((part) => part !== '').join(' · ')}</span>
    </div>
  );
}

function Warnings({ election }: { election: Election }): ReactNode {
  const { t } = useTranslation();
  const stageName = useStageName();
  if (election.warnings.length === 0) return null;
  const named = (id: string): string => {
    const stage = election.stages.find((one) => one.id === id);
    return stage === undefined ? '' : stageName(stage);
  };
  return (
    <Notice tone="waiting">
      {election.warnings.map(({ problem, stages }) => (
        <div key={`${problem} ${stages.join(' ')}`}>
          {t(`elections.warning.${problem}`, { stages: stages.map(named).join(' – ') })}
        </div>
      ))}
    </Notice>
  );
}

function StageTable({ election, stages }: Pick<OneElectionProps, 'election' | 'stages'>): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const line = timeLine(stages);
  if (line === null) return <p className="n-plain-row n-quiet">{t('elections.noStages')}</p>;
  const now = line.at(today);
  return (
    <div className="n-card n-stages">
      <table aria-label={election.name}>
        <thead>
          <tr>
            <th scope="col">{t('elections.column.stage')}</th>
            <th scope="col" className="n-stage-months">
              <VisuallyHidden>{t('elections.column.time')}</VisuallyHidden>
              <Months line={line} now={now} />
            </th>
            <th scope="col">{t('elections.column.source')}</th>
            <th scope="col">
              <VisuallyHidden>{t('elections.column.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <StageRow key={stage.id} election={election} stage={stage} line={line} now={now} today={today} />
          ))}
        </tbody>
      </table>
      {now === null && <p className="n-plain-row n-meta">{t('elections.todayOutside')}</p>}
    </div>
  );
}

function Months({ line, now }: { line: TimeLine; now: number | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="n-months" aria-hidden="true">
      {line.months
        .filter(({ named }) => named)
        .map(({ month, year, from }, index, named) => (
          <span key={from} style={{ left: `${from * 100}%` }}>
            {format.month(month)}
            {named[index - 1]?.year !== year && <small>{year}</small>}
          </span>
        ))}
      {now !== null && (
        <em data-late={now > 0.8 || undefined} style={{ left: `${now * 100}%` }}>
          <span>{t('elections.today')}</span>
        </em>
      )}
    </div>
  );
}

interface StageRowProps {
  readonly election: Election;
  readonly stage: ElectionStage;
  readonly line: TimeLine;
  readonly now: number | null;
  readonly today: string;
}

function StageRow({ election, stage, line, now, today }: StageRowProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const name = useStageName()(stage);
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null);
  const { from, width } = line.place(stage);
  const holds = stage.startsOn <= today && today <= stage.endsOn;
  const under = [
    name === STAGE_WORDS[stage.kind][language] ? '' : STAGE_WORDS[stage.kind][language],
    stage.office === null ? '' : OFFICE_WORDS[stage.office][language],
    stage.note,
  ].filter((part) => part !== '');
  return (
    <tr data-holds={holds || undefined}>
      <td>
        <b>{name}</b>
        {holds && <span className="n-stage-now"> · {t('elections.today')}</span>}
        <div>
          {format.day(stage.startsOn)}
          {stage.endsOn !== stage.startsOn && <> – {format.day(stage.endsOn)}</>}
        </div>
        {under.length > 0 && <div className="n-meta">{under.join(' · ')}</div>}
      </td>
      <td className="n-stage-months">
        <div className="n-stage-line" aria-hidden="true">
          {line.months.map((month) => (
            <i key={month.from} style={{ left: `${month.from * 100}%` }} />
          ))}
          <b data-kind={stage.kind} style={{ left: `${from * 100}%`, width: `max(${width * 100}%, 5px)` }} />
          {now !== null && <em style={{ left: `${now * 100}%` }} />}
        </div>
      </td>
      <td>
        <ProofMarks proof={stage} />
      </td>
      <td className="n-stage-tools">
        <ActionIcon aria-label={`${t('common.edit')}: ${name}`} onClick={() => setAsking('edit')}>
          <IconPencil size={16} stroke={1.6} />
        </ActionIcon>
        <ActionIcon aria-label={`${t('elections.remove')}: ${name}`} onClick={() => setAsking('remove')}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
        {asking === 'edit' && <StageForm election={election} stage={stage} onClose={() => setAsking(null)} />}
        {asking === 'remove' && <RemoveDialog what="stage" id={stage.id} name={name} onClose={() => setAsking(null)} />}
      </td>
    </tr>
  );
}
