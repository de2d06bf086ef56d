/** One row of a plan in full: each field before and after, what was found, the proposal with its evidence, rows it conflicts with. */
import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityProposal, PlanRow, RowProblem } from '#shared/contract/roster-import.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { useOperation } from '../../../bridge/queries.ts';
import { useLanguage } from '../../../i18n/language.ts';
import { closeByEscape } from '../../../ui/close-by-escape.ts';
import { Mark } from '../../../ui/marks.tsx';
import { Figure } from '../../../ui/mono.tsx';
import { type Decisions, isDecidable, isLeftOutWhole, isTaken, toggled } from './decisions.ts';
import { lookOf } from './group-tabs.tsx';
import { accountWords, Identity, placeOf, useFieldWords } from './plan-columns.tsx';

interface DetailProps {
  readonly planId: string;
  readonly row: PlanRow;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
  readonly onClose: () => void;
}

/** The panel beside the rows. */
export function RowDetail({ planId, row, decisions, onDecide, onClose }: DetailProps): ReactNode {
  const { t } = useTranslation();
  const [icon, tone] = lookOf(row.kind);
  return (
    <aside
      className="n-import-detail"
      aria-label={t('roster.wizard.review.detail.title')}
      onKeyDown={closeByEscape(onClose)}
    >
      <div className="n-import-detail-head">
        <div className="n-row-text">
          <b>{row.name || '—'}</b>
          <div>
            <Identity row={row} />
          </div>
          <div className="n-meta">{[placeOf(row), row.unit].filter((part) => part !== null).join(' · ')}</div>
        </div>
        <ActionIcon size={28} onClick={onClose} aria-label={t('roster.wizard.review.detail.close')}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className="n-import-detail-act">
        <Mark tone={tone} icon={icon}>
          {t(`roster.wizard.review.kinds.${row.kind}`)}
        </Mark>
        <Decide row={row} decisions={decisions} onDecide={onDecide} />
      </div>
      {row.proposal !== null && <Proposal proposal={row.proposal} />}
      {row.fields.length > 0 &&
        (row.kind === 'added' ? <Values fields={row.fields} /> : <Fields fields={row.fields} />)}
      {row.findings.length > 0 && <Findings rows={row.findings} />}
      {row.accounts.length > 0 && <Accounts accounts={row.accounts} />}
      {isAgainstAnother(row) && <Others planId={planId} row={row} />}
      {row.kind === 'conflict' && row.employeeId !== null && <Recorded id={row.employeeId} />}
    </aside>
  );
}

function Decide({ row, decisions, onDecide }: Pick<DetailProps, 'row' | 'decisions' | 'onDecide'>): ReactNode {
  const { t } = useTranslation();
  if (!isDecidable(row) || isLeftOutWhole(decisions, row.kind)) return null;
  const taken = isTaken(decisions, row);
  const proposed = row.kind === 'proposed';
  const words = taken
    ? t(proposed ? 'roster.wizard.review.skip' : 'roster.wizard.review.leaveOut')
    : t(proposed ? 'roster.wizard.review.accept' : 'roster.wizard.review.take');
  return (
    <Button
      size="compact-sm"
      variant={taken ? 'default' : 'light'}
      leftSection={taken ? <IconX size={14} /> : <IconCheck size={14} />}
      onClick={() => onDecide(toggled(decisions, row))}
    >
      {words}
    </Button>
  );
}

function Proposal({ proposal }: { proposal: IdentityProposal }): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h4>{t('roster.wizard.review.detail.proposal')}</h4>
      <div className="n-card n-import-proposal">
        <b>{proposal.name}</b>
        <Figure>{proposal.nip}</Figure>
        <span className="n-meta">{proposal.unit}</span>
      </div>
      <h4>{t('roster.wizard.review.detail.evidence')}</h4>
      <ul className="n-import-evidence">
        {proposal.evidence.map((kind) => (
          <li key={kind}>
            <IconCheck size={14} stroke={2.4} /> {t(`roster.wizard.review.evidence.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ fields }: { fields: PlanRow['fields'] }): ReactNode {
  const { t } = useTranslation();
  const words = useFieldWords();
  return (
    <section>
      <h4>{t('roster.wizard.review.detail.fields')}</h4>
      <table className="n-import-fields">
        <thead>
          <tr>
            <th>{t('roster.wizard.review.detail.field')}</th>
            <th>{t('roster.wizard.review.detail.before')}</th>
            <th>{t('roster.wizard.review.detail.after')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{words.name(field)}</th>
              <td className="n-quiet">{words.value(field, before)}</td>
              <td>{words.value(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Of somebody new: there is nothing before. */
function Values({ fields }: { fields: PlanRow['fields'] }): ReactNode {
  const { t } = useTranslation();
  const words = useFieldWords();
  return (
    <section>
      <h4>{t('roster.wizard.review.detail.values')}</h4>
      <table className="n-import-fields">
        <tbody>
          {fields.map(({ field, after }) => (
            <tr key={field}>
              <th scope="row">{words.name(field)}</th>
              <td>{words.value(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is to be recorded of each account. */
function Accounts({ accounts }: { accounts: PlanRow['accounts'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h4>{t('roster.wizard.review.detail.accounts')}</h4>
      <ul className="n-import-findings">
        {accounts.map((account) => (
          <li key={`${account.platform} ${account.handle} ${account.url}`}>
            {accountWords(account)}
            {account.handle !== '' && account.url !== '' && <div className="n-meta">{account.url}</div>}
            {account.note !== '' && <div className="n-meta">{account.note}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({ rows }: { rows: readonly RowProblem[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h4>{t('roster.wizard.review.detail.findings')}</h4>
      <ul className="n-import-findings">
        {rows.map((finding) => (
          <Finding key={`${finding.code}-${finding.column ?? ''}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** A finding as a sentence, with the cell as it is written. */
export function Finding({ finding }: { finding: RowProblem }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { column, value, code, params } = finding;
  const [sheet, row] = [params['firstSheet'], params['firstRow']];
  const cell = [
    column === null ? null : t('roster.wizard.review.detail.cellAt', { column }),
    value === '' ? null : t('roster.wizard.review.detail.cell', { value }),
  ].filter((part) => part !== null);
  return (
    <li>
      {rowSentence(language, code)}
      {cell.length > 0 && <div className="n-meta">{cell.join(', ')}</div>}
      {typeof sheet === 'string' && typeof row === 'number' && (
        <div className="n-meta">{t('roster.wizard.review.detail.first', { sheet, row })}</div>
      )}
    </li>
  );
}

/** Whether the row contradicts another one of the file. */
function isAgainstAnother({ kind, identity, findings }: PlanRow): boolean {
  const doubled = findings.some(({ code }) => code.startsWith('DUPLICATE_'));
  return digitsOf(identity) !== '' && (kind === 'conflict' || doubled);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** The person on record that the row contradicts. */
function Recorded({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useOperation('roster.get', { id });
  if (data === undefined) return null;
  const { name, nip, nik, position, unit } = data.employee;
  return (
    <section>
      <h4>{t('roster.wizard.review.detail.recorded')}</h4>
      <div className="n-card n-import-proposal">
        <b>{name}</b>
        {nip !== null && <Figure>{nip}</Figure>}
        {nik !== null && <Figure>{nik}</Figure>}
        <span className="n-meta">{[position, unit].filter((part) => part !== null).join(' · ')}</span>
      </div>
    </section>
  );
}

/** The rows that this one stands against. */
function Others({ planId, row }: { planId: string; row: PlanRow }): ReactNode {
  const { t } = useTranslation();
  const digits = digitsOf(row.identity);
  const query = useOperation('roster.planRows', { planId, query: digits, limit: 10 });
  const others = (query.data?.rows ?? []).filter(({ id, identity }) => id !== row.id && digitsOf(identity) === digits);
  if (others.length === 0) return null;
  return (
    <section>
      <h4>{t('roster.wizard.review.detail.others')}</h4>
      <ul className="n-import-findings">
        {others.map((other) => (
          <li key={other.id}>
            {other.name}
            <div className="n-meta">
              {[t(`roster.wizard.review.kinds.${other.kind}`), placeOf(other), other.unit]
                .filter((part) => part !== null)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
