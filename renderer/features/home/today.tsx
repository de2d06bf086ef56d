/** What is to be done today: a line for each kind of work, which goes to the list behind it. */
import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkLine } from '#shared/contract/home.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { useGoToList } from '../../ui/go-to-list.ts';
import { Section } from '../../ui/page.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { workGoal } from './goals.ts';

export function TodaysWork(): ReactNode {
  const { t } = useTranslation();
  const work = useOperation('home.work', {});
  return (
    <Section title={t('home.today')}>
      <div className="n-card">
        <Answer of={work} rows={3}>
          {({ lines }) =>
            lines.length === 0 ? (
              <Empty icon={IconCircleCheck} title={t('home.nothingToday')}>
                {t('home.nothingTodayText')}
              </Empty>
            ) : (
              <ul className="n-rows">
                {lines.map((line) => (
                  <li key={line.kind}>
                    <WorkRow line={line} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
    </Section>
  );
}

function WorkRow({ line }: { line: WorkLine }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const goTo = useGoToList();
  const detail = useDetail(line);
  const open = (): void => {
    const goal = workGoal(line);
    if (goal === null) void navigate({ to: '/pengaturan/$section', params: { section: 'brankas' } });
    else goTo(goal);
  };
  return (
    <button type="button" className="n-row n-work" onClick={open}>
      <b className="n-work-count">{line.kind === 'backup' ? '!' : format.number(line.count)}</b>
      <div className="n-row-text">
        <div className="n-clip">{t(`home.work.${line.kind}`)}</div>
        {detail !== '' && <div className="n-meta n-clip">{detail}</div>}
      </div>
      {line.overdue > 0 && line.kind !== 'backup' && (
        <span className="n-work-overdue">
          <IconAlertTriangle size={14} stroke={1.8} />
          {t(line.kind === 'rounds' ? 'home.dueNow' : 'home.overdue', { n: format.number(line.overdue) })}
        </span>
      )}
      <IconChevronRight size={16} stroke={1.6} className="n-work-go" />
    </button>
  );
}

/** What has waited longest, and since when or until when. */
function useDetail({ kind, oldest, since }: WorkLine): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (since === null) return kind === 'backup' ? t('home.neverBacked') : '';
  const day = since.length === 10 ? format.calendar(since) : format.brief(since);
  if (kind === 'backup') return t('home.lastBacked', { day });
  const when =
    kind === 'deadlines'
      ? t('home.dueOn', { day })
      : kind === 'sessions'
        ? t('home.onDay', { day })
        : t('home.since', { day });
  return oldest === '' ? when : `${t('home.oldest', { name: oldest })} · ${when}`;
}
