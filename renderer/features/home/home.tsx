/** The first page: what is there, what is still missing, and the three ways to begin. */
import { Button } from '@mantine/core';
import { IconFolderPlus, IconFolders, IconUpload, IconWorldDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { CaseStatusMark } from '../../ui/case-status.tsx';
import { DueLooks } from '../../ui/due-looks.tsx';
import { useFormat } from '../../ui/format.ts';
import { useGoToList } from '../../ui/go-to-list.ts';
import type { Icon } from '../../ui/marks.tsx';
import { MissingWords } from '../../ui/missing-words.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { MonthAtAGlance } from './glance.tsx';
import { SUMMARY_GOALS } from './goals.ts';
import { TodaysWork } from './today.tsx';
import './home.css';

type Summary = OutputOf<'home.summary'>;

/** Beranda. */
export function HomePage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const notify = useNotify();
  const summary = useOperation('home.summary', {});
  const { data: status } = useOperation('vault.status', {});
  return (
    <Page title={format.date(new Date().toISOString())} detail={status?.user?.name}>
      <div className="n-home">
        <div className="n-home-actions">
          <QuickAction
            icon={IconWorldDownload}
            letter="A"
            title={t('home.capture')}
            text={t('home.captureText')}
            primary
            onPress={() => void call('capture.openWindow', { caseId: null }).catch(notify.failed)}
          />
          <QuickAction
            icon={IconFolderPlus}
            letter="N"
            title={t('home.newCase')}
            text={t('home.newCaseText')}
            onPress={() => void navigate({ to: '/kasus', search: { baru: true } })}
          />
          <QuickAction
            icon={IconUpload}
            title={t('home.import')}
            text={t('home.importText')}
            onPress={() => void navigate({ to: '/pegawai/impor' })}
          />
        </div>
        <div className="n-home-desk">
          <div>
            <TodaysWork />
            <DueLooks />
          </div>
          <div className="n-home-figures">
            <Answer of={summary}>{(value) => <Filled summary={value} />}</Answer>
          </div>
          {summary.data !== undefined && (
            <div>
              <RecentCases rows={summary.data.recentCases} />
              <LastBackup at={summary.data.lastBackupAt} />
            </div>
          )}
        </div>
      </div>
    </Page>
  );
}

function QuickAction({
  icon: Drawn,
  title,
  text,
  letter,
  primary = false,
  onPress,
}: {
  icon: Icon;
  title: string;
  text: string;
  letter?: string;
  primary?: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <button type="button" className="n-quick" data-primary={primary || undefined} onClick={onPress}>
      <Drawn size={22} stroke={1.5} />
      <b>{title}</b>
      <span>{text}</span>
      {letter !== undefined && <kbd>{letter}</kbd>}
    </button>
  );
}

function Filled({ summary }: { summary: Summary }): ReactNode {
  const { t } = useTranslation();
  const goTo = useGoToList();
  const format = useFormat();
  const figures = [
    { key: 'openCases', words: t('home.openCases') },
    { key: 'tray', words: t('home.tray') },
    { key: 'employees', words: t('home.employees') },
    { key: 'reports', words: t('home.reports') },
  ] as const;
  return (
    <>
      <div className="n-figures">
        {figures.map(({ key, words }) => (
          <button key={key} type="button" className="n-figure" onClick={() => goTo(SUMMARY_GOALS[key])}>
            <b>{format.number(summary[key])}</b>
            <span>{words}</span>
          </button>
        ))}
      </div>
      <MonthAtAGlance stages={summary.casesByStatus} />
    </>
  );
}

function LastBackup({ at }: { at: string | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="n-meta">
      {t('home.backup')}: {at === null ? t('home.never') : format.brief(at)}
    </p>
  );
}

function RecentCases({ rows }: { rows: Summary['recentCases'] }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Section
      title={t('home.recent')}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => void navigate({ to: '/kasus' })}>
          {t('home.allCases')}
        </Button>
      }
    >
      <div className="n-card">
        {rows.length === 0 && (
          <Empty
            icon={IconFolders}
            title={t('home.noCases')}
            action={
              <Button onClick={() => void navigate({ to: '/kasus', search: { baru: true } })}>
                {t('home.newCase')}
              </Button>
            }
          >
            {t('home.noCasesText')}
          </Empty>
        )}
        <ul className="n-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="n-row"
                onClick={() => void navigate({ to: '/kasus/$id', params: { id: row.id } })}
              >
                <div className="n-row-text">
                  <div className="n-clip">{row.title === '' ? row.number : row.title}</div>
                  <div className="n-meta n-clip">
                    <span className="n-mono">{row.number}</span> · <MissingWords codes={row.missing} />
                  </div>
                </div>
                <CaseStatusMark status={row.status} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
