/** One group of a plan: what it is, the way to leave it out or accept it whole, its rows, and one row's detail beside. */
import { Button, Checkbox, Group as Line } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearchOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow, PlanRowKind, RosterPlan } from '#shared/contract/roster-import.ts';
import { call } from '../../../bridge/call.ts';
import { DataGrid } from '../../../ui/data-grid.tsx';
import { useAction } from '../../../ui/dialogs.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Bones, Empty, Problem } from '../../../ui/states.tsx';
import { Filters, SearchField } from '../../../ui/tools.tsx';
import { useWindowedRows } from '../../../ui/windowed-rows.ts';
import { accountsIn, type Decisions, leftOut, toggled, withAccepted, withKind, WRITTEN_KINDS } from './decisions.ts';
import { type Group, useGroupWords } from './group-tabs.tsx';
import { usePlanColumns } from './plan-columns.tsx';
import { RowDetail } from './row-detail.tsx';

/** Rows per request when a whole group is asked for. */
const PAGE = 1_000;
/** What is left of the columns beside a detail, by the width of the window. */
const BESIDE = { narrow: ['pick', 'name'], medium: ['pick', 'name', 'identity'] } as const;

interface PanelProps {
  readonly plan: RosterPlan;
  readonly group: Exclude<Group, 'notes'>;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

/** The group with its rows. */
export function GroupPanel(props: PanelProps): ReactNode {
  const { plan, group, decisions, onDecide } = props;
  const words = useGroupWords();
  const [query, setQuery] = useState('');
  const [doubtful, setDoubtful] = useState(false);
  const [shown, setShown] = useState<PlanRow | null>(null);
  const asked = { planId: plan.planId, query, ...selectionOf(group, doubtful) };
  const rows = useWindowedRows<PlanRow>(['roster.planRows', asked], (offset, limit) =>
    call('roster.planRows', { ...asked, offset, limit }),
  );
  const beside = useColumnsBeside();
  const columns = usePlanColumns(group, decisions, (row) => onDecide(toggled(decisions, row)));
  return (
    <>
      <Head {...props} />
      <Tools
        group={group}
        query={query}
        onQuery={setQuery}
        doubtful={doubtful}
        onDoubtful={setDoubtful}
        total={rows.total}
      />
      {rows.error !== null && <Problem error={rows.error} />}
      <div className="n-import-rows" data-detail={shown !== null || undefined}>
        {rows.waiting ? (
          <Bones rows={6} />
        ) : (
          <DataGrid
            label={words(group)}
            list="rosterImport"
            columns={columns}
            only={shown === null ? undefined : beside}
            total={rows.total}
            rowAt={rows.rowAt}
            onRange={rows.onRange}
            keyOf={(row) => String(row.id)}
            selectedKey={shown === null ? undefined : String(shown.id)}
            onOpen={setShown}
            onPick={(row) => onDecide(toggled(decisions, row))}
            onMove={(row) => shown !== null && setShown(row)}
            empty={<NoRows searching={query !== '' || doubtful} />}
          />
        )}
        {shown !== null && (
          <RowDetail
            key={shown.id}
            planId={plan.planId}
            row={shown}
            decisions={decisions}
            onDecide={onDecide}
            onClose={() => setShown(null)}
          />
        )}
      </div>
    </>
  );
}

/** Undefined where all columns have room beside a detail. */
function useColumnsBeside(): readonly string[] | undefined {
  const medium = useMediaQuery('(min-width: 1250px)', false, { getInitialValueInEffect: false });
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  if (wide) return undefined;
  return medium ? BESIDE.medium : BESIDE.narrow;
}

function selectionOf(
  group: PanelProps['group'],
  doubtful: boolean,
): { kinds: PlanRowKind[]; doubtful: boolean; accounts?: true } {
  if (group === 'accounts') return { kinds: [], doubtful, accounts: true };
  return group === 'doubtful' ? { kinds: [], doubtful: true } : { kinds: [group], doubtful };
}

function Head({ plan, group, decisions, onDecide }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const words = useGroupWords();
  return (
    <div className="n-import-panel-head">
      <div className="n-row-text">
        <h3>{words(group)}</h3>
        <p className="n-meta">
          {group === 'doubtful' && t('roster.wizard.review.doubtfulAbout')}
          {group === 'accounts' && t('roster.wizard.review.accountsAbout')}
          {group !== 'doubtful' && group !== 'accounts' && t(`roster.wizard.review.about.${group}`)}
        </p>
      </div>
      {group === 'proposed' && plan.counts.proposed > 0 && (
        <Proposals plan={plan} decisions={decisions} onDecide={onDecide} />
      )}
      {group === 'accounts' && accountsIn(plan) > 0 && <AllAccounts decisions={decisions} onDecide={onDecide} />}
      {isWrittenGroup(group) && plan.counts[group] > 0 && (
        <WholeGroup kind={group} decisions={decisions} onDecide={onDecide} />
      )}
    </div>
  );
}

function isWrittenGroup(group: Group): group is (typeof WRITTEN_KINDS)[number] {
  return WRITTEN_KINDS.some((kind) => kind === group);
}

/** People are taken without their accounts when the group is left out. */
function AllAccounts({ decisions, onDecide }: Pick<PanelProps, 'decisions' | 'onDecide'>): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-import-whole">
      <Checkbox
        size="xs"
        label={t('roster.wizard.review.takeGroup')}
        checked={decisions.accounts}
        onChange={(event) => onDecide({ ...decisions, accounts: event.currentTarget.checked })}
      />
      <span className="n-meta" role="status">
        {!decisions.accounts && t('roster.wizard.review.accountsLeftOut')}
      </span>
    </div>
  );
}

function WholeGroup({
  kind,
  decisions,
  onDecide,
}: {
  kind: PlanRowKind;
  decisions: Decisions;
  onDecide: (decisions: Decisions) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const taken = !decisions.kinds.has(kind);
  const out = leftOut(decisions, kind);
  return (
    <div className="n-import-whole">
      <Checkbox
        size="xs"
        label={t('roster.wizard.review.takeGroup')}
        checked={taken}
        indeterminate={taken && out > 0}
        onChange={(event) => onDecide(withKind(decisions, kind, event.currentTarget.checked))}
      />
      <span className="n-meta" role="status">
        {!taken && t('roster.wizard.review.groupLeftOut')}
        {taken && out > 0 && t('roster.wizard.review.someLeftOut', { n: format.number(out) })}
      </span>
    </div>
  );
}

function Proposals({ plan, decisions, onDecide }: Omit<PanelProps, 'group'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, error, run } = useAction();
  const all = (): Promise<void> => run(async () => onDecide(withAccepted(decisions, await proposedRows(plan.planId))));
  return (
    <div className="n-import-whole">
      <Line gap="xs" wrap="nowrap">
        <Button size="xs" variant="default" loading={busy} onClick={() => void all()}>
          {t('roster.wizard.review.acceptAll')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          disabled={decisions.accepted.size === 0}
          onClick={() => onDecide(withAccepted(decisions, []))}
        >
          {t('roster.wizard.review.skipAll')}
        </Button>
      </Line>
      <span className="n-meta" role="status">
        {t('roster.wizard.review.accepted', {
          n: format.number(decisions.accepted.size),
          of: format.number(plan.counts.proposed),
        })}
      </span>
      {error !== null && <Problem error={error} />}
    </div>
  );
}

/** Every row that is offered, page after page. */
async function proposedRows(planId: string): Promise<PlanRow[]> {
  const rows: PlanRow[] = [];
  for (;;) {
    const page = await call('roster.planRows', { planId, kinds: ['proposed'], offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

interface ToolsProps {
  readonly group: PanelProps['group'];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly doubtful: boolean;
  readonly onDoubtful: (doubtful: boolean) => void;
  readonly total: number;
}

function Tools({ group, query, onQuery, doubtful, onDoubtful, total }: ToolsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="n-import-tools" role="search">
      <SearchField value={query} onChange={onQuery} placeholder={t('roster.wizard.review.search')} />
      {isWrittenGroup(group) && group !== 'gone' && (
        <Filters
          choices={[
            {
              label: t('roster.wizard.review.doubtful'),
              options: [{ value: 'yes', label: t('roster.wizard.review.onlyDoubtful') }],
              value: doubtful ? 'yes' : undefined,
              onChange: (value) => onDoubtful(value !== undefined),
            },
          ]}
        />
      )}
      <span className="n-meta n-import-keys">{t('roster.wizard.review.keys')}</span>
      <span className="n-count" role="status">
        {t('common.found', { n: format.number(total) })}
      </span>
    </div>
  );
}

function NoRows({ searching }: { searching: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <Empty
      icon={IconSearchOff}
      title={searching ? t('roster.wizard.review.noMatch') : t('roster.wizard.review.nobody')}
    />
  );
}
