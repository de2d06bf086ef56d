/** The head of a grid: sort by pressing, widths by pulling an edge or by Alt and an arrow, and the menu of columns. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn, GridColumns } from './grid-columns.ts';

/** Px for one press of Alt and an arrow. */
const STEP = 16;

export interface Sorting<Sort extends string> {
  readonly sort?: { readonly by: Sort; readonly descending: boolean } | undefined;
  readonly onSort?: ((by: Sort, descending: boolean) => void) | undefined;
}

/** The row of headings. */
export function GridHead<Row, Sort extends string>({
  columns,
  ...sorting
}: Sorting<Sort> & { columns: GridColumns<Row, Sort> }): ReactNode {
  return (
    <div role="rowgroup" className="n-grid-top">
      <div role="row" className="n-grid-head" style={{ gridTemplateColumns: columns.template }}>
        {columns.shown.map((column, place) => (
          <Heading key={column.key} column={column} place={place} columns={columns} {...sorting} />
        ))}
      </div>
    </div>
  );
}

function Heading<Row, Sort extends string>({
  column,
  place,
  columns,
  sort,
  onSort,
}: Sorting<Sort> & {
  column: GridColumn<Row, Sort>;
  place: number;
  columns: GridColumns<Row, Sort>;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const by = column.sort;
  const sorted = by !== undefined && sort?.by === by;
  const state = sorted ? (sort.descending ? 'descending' : 'ascending') : null;
  const pressed = by !== undefined && onSort !== undefined;
  const width = (): number => ref.current?.getBoundingClientRect().width ?? column.width;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined || !event.altKey) return;
    // Alt and an arrow also mean "back": not while a heading has the focus.
    event.preventDefault();
    event.stopPropagation();
    columns.resize(column.key, width() + step);
  };
  return (
    <div
      ref={ref}
      role="columnheader"
      className="n-grid-heading"
      aria-colindex={place + 1}
      aria-sort={state ?? 'none'}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
      tabIndex={pressed ? undefined : 0}
      onKeyDown={onKeyDown}
    >
      {pressed ? (
        <SortButton title={column.title} state={state} onPress={() => onSort(by, sorted && !sort.descending)} />
      ) : (
        <span className="n-clip">{column.title}</span>
      )}
      <Edge
        width={width}
        onPull={(to) => columns.preview(column.key, to)}
        onSet={(to) => columns.resize(column.key, to)}
        onUnset={() => columns.unset(column.key)}
      />
    </div>
  );
}

interface EdgeProps {
  readonly width: () => number;
  /** Null when the pull was given up. */
  readonly onPull: (width: number | null) => void;
  readonly onSet: (width: number) => void;
  readonly onUnset: () => void;
}

/** The right edge of a heading. For the pointer only: the keyboard has Alt and the arrows. */
function Edge({ width, onPull, onSet, onUnset }: EdgeProps): ReactNode {
  const { t } = useTranslation();
  const pull = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const to = (event: PointerEvent): number => (pull.current?.width ?? 0) + event.clientX - (pull.current?.from ?? 0);
  return (
    <span
      className="n-grid-edge"
      aria-hidden
      title={t('common.columns.edge')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        pull.current = { from: event.clientX, width: width() };
      }}
      onPointerMove={(event) => {
        if (pull.current !== null && event.clientX !== pull.current.from) onPull(to(event));
      }}
      onPointerUp={(event) => {
        // A press that pulled nothing sets nothing.
        if (pull.current !== null && event.clientX !== pull.current.from) onSet(to(event));
        pull.current = null;
      }}
      onPointerCancel={() => {
        pull.current = null;
        onPull(null);
      }}
      onDoubleClick={onUnset}
    />
  );
}

function SortButton({
  title,
  state,
  onPress,
}: {
  title: string;
  state: 'ascending' | 'descending' | null;
  onPress: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="n-grid-sort"
      onClick={onPress}
      aria-label={state === null ? title : `${title}, ${t(`common.sorted.${state}`)}`}
    >
      <span className="n-clip">{title}</span>
      {state === 'ascending' && <IconArrowUp size={13} />}
      {state === 'descending' && <IconArrowDown size={13} />}
    </button>
  );
}

/** Which columns are shown; and back to how the list first came. */
export function ColumnMenu<Row, Sort extends string>({ columns }: { columns: GridColumns<Row, Sort> }): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          className="n-grid-menu"
          size={28}
          aria-label={t('common.columns.title')}
          title={t('common.columns.title')}
        >
          <IconColumns3 size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.choices.map(({ key, title, shown }) => (
          <Menu.CheckboxItem key={key} checked={shown} onChange={() => columns.toggle(key)}>
            {title}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={!columns.changed} onClick={columns.reset}>
          {t('common.columns.reset')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
