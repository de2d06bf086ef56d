/** The calendar: every election with its stages as bars under the months, today marked, each stage editable. */
import { ActionIcon, Button, Group, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCalendarEvent, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Election, ElectionStage } from '#shared/contract/elections.ts';
import { OFFICE_WORDS, PHASE_WORDS, STAGE_WORDS } from '#shared/domain/elections/kinds.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { ElectionForm } from './election-form.tsx';
import { ProofMarks } from './proof-fields.tsx';
import { RemoveDialog } from './remove.tsx';
import { StageForm } from './stage-form.tsx';
import { type TimeLine, timeLine } from './time-line.ts';
import { useStageName, useToday } from './use-words.ts';

/** `selected`: the election that is brought into view. */
export function Calendar({ selected }: { selected: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('elections.list', {});
  return (
    <Answer of={list} rows={8}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty icon={IconCalendarEvent} title={t('elections.empty')}>
            {t('elections.emptyText')}
          </Empty>
        ) : (
          rows.map((election) => (
            <OneElection key={election.id} election={election} sought={election.id === selected} />
          ))
        )
      }
    </Answer>
  );
}

function OneElection({ election, sought }: { election: Election; sought: boolean }): ReactNode {
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
      <StageTable election={election} />
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

function StageTable({ election }: { election: Election }): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const line = timeLine(election.stages);
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
          {election.stages.map((stage) => (
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
        .map(({ month, year, from }, index) => (
          <span key={from} style={{ left: `${from * 100}%` }}>
            {format.month(month)}
            {(index === 0 || month === 1) && <small>{year}</small>}
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
