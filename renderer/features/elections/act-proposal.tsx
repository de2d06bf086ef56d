/**
 * What the calendar says about an act: stage, standing, and the rows that would fit. A proposal with its reason, taken by a click;
 * nothing happens by itself.
 */
import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '#shared/contract/cases.ts';
import type { Proposal } from '#shared/contract/elections.ts';
import type { ActType } from '#shared/domain/acts/sheets.ts';
import { STANDING_WORDS } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';
import { useStageName } from './use-words.ts';
import './elections.css';

interface ActProposalProps {
  readonly caseId: string;
  /** Null while the act is not saved, and for the case as a whole. */
  readonly actId: string | null;
  readonly day: string | null;
  readonly type: ActType | null;
  /** Without buttons: while the act is being written. */
  readonly still?: boolean;
}

export function ActProposal({ caseId, actId, day, type, still = false }: ActProposalProps): ReactNode {
  const { t } = useTranslation();
  const file = useOperation('cases.get', { id: caseId });
  const named = useOperation('elections.actCandidates', { caseId });
  const candidateId = named.data?.rows.find((row) => row.actId === actId)?.candidateId ?? null;
  const asked = useOperation(
    'elections.propose',
    { day, actType: type, regime: file.data?.case.regime ?? null, candidateId },
    { enabled: file.data !== undefined && named.data !== undefined, keep: true },
  );
  if (file.data === undefined || asked.data === undefined) return null;
  const { proposals, none } = asked.data;
  return (
    <aside className="n-proposal" aria-label={t('elections.proposal.title')}>
      {none !== null && (
        <p className="n-meta">{t(none === 'no-day' ? 'elections.proposal.noDay' : 'elections.proposal.noElection')}</p>
      )}
      {proposals.map((proposal) => (
        <One key={proposal.election.id} proposal={proposal} day={day ?? ''} file={file.data} still={still} />
      ))}
      {actId !== null && !still && none !== 'no-day' && (
        <Whom caseId={caseId} actId={actId} candidateId={candidateId} day={day} />
      )}
    </aside>
  );
}

interface OneProps {
  readonly proposal: Proposal;
  readonly day: string;
  readonly file: CasePage;
  readonly still: boolean;
}

function One({ proposal, day, file, still }: OneProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const stageName = useStageName();
  const [all, setAll] = useState(false);
  const { election, reason } = proposal;
  const fitting = proposal.rows.filter(({ fits }) => fits === 'act');
  const shown = all || fitting.length === 0 ? proposal.rows : fitting;
  const because = t(`elections.proposal.because.${reason.code}`, {
    day: reason.day === null ? '' : format.calendar(reason.day),
  });
  const stages = election.stages.map(stageName).join(', ');
  return (
    <>
      <div className="n-proposal-head">
        <b>{t('elections.proposal.of', { election: election.name })}</b>
        <span className="n-meta">{t('elections.proposal.decides')}</span>
      </div>
      <p>
        {t('elections.proposal.standing', {
          day: format.calendar(day),
          standing: STANDING_WORDS[proposal.standing][language],
        })}{' '}
        <span className="n-meta">
          ({because}; {stages === '' ? t('elections.proposal.outside') : stages})
        </span>
      </p>
      {reason.stage !== null && reason.stage.verification !== 'diverifikasi' && (
        <Mark tone="waiting" plain>
          {t('elections.proposal.unverified')} · {t(`names.verification.${reason.stage.verification}`)}
        </Mark>
      )}
      <Standing proposal={proposal} file={file} still={still} />
      <div className="n-proposal-rows">
        {shown.map((row) => (
          <Row key={row.code} row={row} proposal={proposal} file={file} still={still} />
        ))}
        {fitting.length > 0 && fitting.length < proposal.rows.length && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAll(!all)}>
            {t(all ? 'elections.proposal.less' : 'elections.proposal.more')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Where the case says another standing, or none: said, and taken over only on purpose. */
function Standing({ proposal, file, still }: Omit<OneProps, 'day'>): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const { standing } = proposal;
  const said = file.case.candidateStatus;
  if ((standing !== 'bakal_calon' && standing !== 'calon') || said === standing) return null;
  const words = STANDING_WORDS[standing][language];
  return (
    <>
      {said !== 'tidak_diketahui' && (
        <Mark tone="waiting" plain>
          {t('elections.proposal.differs', { status: STANDING_WORDS[said][language] })}
        </Mark>
      )}
      {!still && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={busy}
          onClick={() =>
            void run(async () => {
              const { regime } = proposal.election;
              await call('cases.update', { id: file.case.id, candidateStatus: standing, regime });
              notify.done(t('elections.proposal.statusSet', { status: words }));
            })
          }
        >
          {t('elections.proposal.setStatus', { status: words })}
        </Button>
      )}
      {error !== null && <Problem error={error} />}
    </>
  );
}

function Row({ row, file, still }: Omit<OneProps, 'day'> & { readonly row: Proposal['rows'][number] }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const standing = file.allegations.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (standing.some(({ reference }) => reference.code === row.code))
    return (
      <span title={row.text}>
        <Mark tone="done">{t('elections.proposal.taken', { code: row.code })}</Mark>
      </span>
    );
  if (still)
    return (
      <span title={row.text}>
        <Mark tone="quiet">{`${row.code} · ${t(`names.category.${row.category}`)}`}</Mark>
      </span>
    );
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        loading={busy}
        title={row.text}
        onClick={() =>
          void run(async () => {
            await call('cases.addAllegation', { id: file.case.id, code: row.code, primary: standing.length === 0 });
            notify.done(t('elections.proposal.added', { code: row.code }));
          })
        }
      >
        {t('elections.proposal.take', { code: row.code })}
      </Button>
      {error !== null && <Problem error={error} />}
    </>
  );
}

interface WhomProps {
  readonly caseId: string;
  readonly actId: string;
  readonly candidateId: string | null;
  readonly day: string | null;
}

/** Whom the act is about: with it the day of the determination is that candidate's own. */
function Whom({ caseId, actId, candidateId, day }: WhomProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const candidates = useOperation('elections.candidates', { limit: 1_000, ...(day !== null && { day }) });
  const rows = candidates.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Select
      mt={8}
      maw={360}
      size="xs"
      label={t('elections.proposal.whom')}
      placeholder={t('elections.proposal.nobody')}
      data={rows.map(({ id, number, name, partnerName }) => ({
        value: id,
        label: `${number === '' ? '' : `${number}. `}${[name, partnerName].filter((part) => part !== '').join(' – ')}`,
      }))}
      value={candidateId}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('elections.proposal.nobody') }}
      onChange={(value) =>
        void call('elections.setActCandidate', { caseId, actId, candidateId: value }).catch(notify.failed)
      }
    />
  );
}
