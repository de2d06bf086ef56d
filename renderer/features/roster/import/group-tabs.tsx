/** The groups of a plan as tiles: how many rows each has, what becomes of them, and which one is open beside. */
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowsLeftRight,
  IconAt,
  IconEqual,
  IconFileInfo,
  IconHelpCircle,
  IconPencil,
  IconUserMinus,
  IconUserPlus,
  IconUsersGroup,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRowKind, RosterPlan } from '#shared/contract/roster-import.ts';
import { useFormat } from '../../../ui/format.ts';
import type { Icon, Tone } from '../../../ui/marks.tsx';
import { accountsIn, ASIDE_KINDS, type Decisions, effects, isWritten, WRITTEN_KINDS } from './decisions.ts';

/** A kind of row, the rows that bring accounts or have something doubtful, or what is to be said about the file. */
export type Group = PlanRowKind | 'accounts' | 'doubtful' | 'notes';

const LOOKS: Readonly<Record<Group, readonly [Icon, Tone]>> = {
  added: [IconUserPlus, 'done'],
  changed: [IconPencil, 'info'],
  moved: [IconArrowsLeftRight, 'info'],
  returned: [IconArrowBackUp, 'info'],
  gone: [IconUserMinus, 'waiting'],
  accounts: [IconAt, 'done'],
  proposed: [IconHelpCircle, 'waiting'],
  doubtful: [IconAlertTriangle, 'waiting'],
  conflict: [IconUsersGroup, 'problem'],
  refused: [IconX, 'problem'],
  unchanged: [IconEqual, 'quiet'],
  notes: [IconFileInfo, 'quiet'],
};
const SECTIONS = [
  ['write', [...WRITTEN_KINDS, 'accounts']],
  ['decide', ['proposed', 'doubtful']],
  ['aside', [...ASIDE_KINDS, 'notes']],
] as const satisfies readonly (readonly [string, readonly Group[]])[];
const ALL: readonly Group[] = SECTIONS.flatMap(([, groups]) => [...groups]);
/** Said even when there are none: that nobody was refused is worth knowing. */
const ALWAYS: readonly Group[] = ['added', 'changed', 'gone', 'refused', 'unchanged', 'notes'];

/** The icon and the colour of a group. */
export function lookOf(group: Group): readonly [Icon, Tone] {
  return LOOKS[group];
}

/** Rows of a group, accounts of the accounts; null for what has no rows. */
export function sizeOf(plan: RosterPlan, group: Group): number | null {
  if (group === 'notes') return null;
  if (group === 'accounts') return accountsIn(plan);
  return group === 'doubtful' ? plan.doubtful : plan.counts[group];
}

/** The group that is open at first: what is written, before what is not. */
export function firstGroup(plan: RosterPlan): Group {
  return ALL.find((group) => (sizeOf(plan, group) ?? 0) > 0) ?? 'notes';
}

/** The id of a group's tile. */
export function tabId(group: Group): string {
  return `kelompok-${group}`;
}

/** Arrow keys move through the tiles; the one that has the focus is open. */
export function GroupTabs({
  plan,
  decisions,
  now,
  onChange,
}: {
  plan: RosterPlan;
  decisions: Decisions;
  now: Group;
  onChange: (group: Group) => void;
}): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const isShown = (group: Group): boolean => ALWAYS.includes(group) || (sizeOf(plan, group) ?? 0) > 0;
  const all = ALL.filter(isShown);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = all.indexOf(now);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const next = to === undefined ? undefined : all[(to + all.length) % all.length];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  };
  return (
    <div
      ref={list}
      className="n-import-groups"
      role="tablist"
      aria-orientation="vertical"
      aria-label={t('roster.wizard.review.groups')}
      onKeyDown={onKeyDown}
    >
      {SECTIONS.filter(([, groups]) => groups.some(isShown)).map(([section, groups]) => (
        <div key={section} role="presentation">
          <div className="n-label" role="presentation">
            {t(`roster.wizard.review.sections.${section}`)}
          </div>
          {groups.filter(isShown).map((group) => (
            <Tile
              key={group}
              plan={plan}
              decisions={decisions}
              group={group}
              selected={group === now}
              onPress={() => onChange(group)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface TileProps {
  readonly plan: RosterPlan;
  readonly decisions: Decisions;
  readonly group: Group;
  readonly selected: boolean;
  readonly onPress: () => void;
}

function Tile({ plan, decisions, group, selected, onPress }: TileProps): ReactNode {
  const format = useFormat();
  const words = useGroupWords();
  const [Drawn, tone] = lookOf(group);
  const size = sizeOf(plan, group);
  const taken = takenOf(plan, decisions, group);
  return (
    <button
      type="button"
      role="tab"
      id={tabId(group)}
      className="n-import-tile"
      data-tone={tone}
      data-empty={size === 0 || undefined}
      data-out={(size !== null && size > 0 && taken === 0 && group !== 'proposed') || undefined}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      onClick={onPress}
    >
      <Drawn size={16} stroke={1.8} />
      <span className="n-clip">{words(group)}</span>
      {size !== null && (
        <b>
          {taken !== null && taken !== size && <span className="n-meta">{format.number(taken)} / </span>}
          {format.number(size)}
        </b>
      )}
    </button>
  );
}

/** How many rows, or accounts, of the group will be written; null where that is no question. */
function takenOf(plan: RosterPlan, decisions: Decisions, group: Group): number | null {
  if (group === 'proposed') return decisions.accepted.size;
  if (group === 'accounts') return effects(plan, decisions).accounts;
  const written = WRITTEN_KINDS.find((kind) => kind === group);
  return written !== undefined && isWritten(written) ? effects(plan, decisions)[written] : null;
}

/** The name of a group. */
export function useGroupWords(): (group: Group) => string {
  const { t } = useTranslation();
  return (group) => {
    if (group === 'notes') return t('roster.wizard.review.fileNotes');
    if (group === 'accounts') return t('roster.wizard.review.accounts');
    return group === 'doubtful' ? t('roster.wizard.review.doubtful') : t(`roster.wizard.review.kinds.${group}`);
  };
}
