/** The sheets of the file: which are taken, and which one is shown beside. */
import { Checkbox } from '@mantine/core';
import { IconEyeOff, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterSheet } from '#shared/contract/roster-import.ts';
import { useFormat } from '../../../ui/format.ts';
import { problemOf, type SheetChoice } from './choices.ts';
import type { ImportWork, Matter } from './use-import.ts';

interface ListProps {
  readonly matter: Matter;
  readonly work: ImportWork;
  readonly shown: string;
  readonly onShow: (name: string) => void;
}

/** A checkbox takes a sheet, its name shows it. */
export function SheetList({ matter, work, shown, onShow }: ListProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { choices } = work;
  const taken = choices.sheets.filter((choice) => choice.taken).length;
  const takeable = choices.sheets.filter((choice) => problemOf(choice) === null);
  const set = (names: ReadonlySet<string>, value: boolean): void =>
    work.choose({
      ...choices,
      sheets: choices.sheets.map((choice) => (names.has(choice.name) ? { ...choice, taken: value } : choice)),
    });
  return (
    <section aria-label={t('roster.wizard.sheets.list')}>
      <div className="n-import-list-head">
        {choices.sheets.length > 1 && (
          <Checkbox
            size="xs"
            aria-label={t('roster.wizard.sheets.takeAll')}
            title={t('roster.wizard.sheets.takeAll')}
            checked={takeable.length > 0 && takeable.every((choice) => choice.taken)}
            indeterminate={taken > 0 && taken < takeable.length}
            disabled={takeable.length === 0}
            onChange={(event) => set(new Set(takeable.map(({ name }) => name)), event.currentTarget.checked)}
          />
        )}
        <span className="n-label" role="status">
          {t('roster.wizard.sheets.taken', { n: format.number(taken), of: format.number(choices.sheets.length) })}
        </span>
      </div>
      <ul className="n-rows n-card n-import-sheets">
        {choices.sheets.map((choice) => {
          const sheet = matter.sheets.find(({ name }) => name === choice.name);
          return (
            sheet !== undefined && (
              <Line
                key={choice.name}
                sheet={sheet}
                choice={choice}
                shown={choice.name === shown}
                onShow={() => onShow(choice.name)}
                onTake={(value) => set(new Set([choice.name]), value)}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly sheet: RosterSheet;
  readonly choice: SheetChoice;
  readonly shown: boolean;
  readonly onShow: () => void;
  readonly onTake: (value: boolean) => void;
}

function Line({ sheet, choice, shown, onShow, onTake }: LineProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  // What keeps a sheet from being read comes first.
  const facts = choice.headerRow === null ? [t('roster.wizard.sheets.noHeader')] : [];
  facts.push(t('common.rows', { n: format.number(sheet.rows) }));
  if (sheet.state !== 'visible') facts.push(t(`roster.wizard.sheets.state.${sheet.state}`));
  if (sheet.remembered) facts.push(t('roster.wizard.sheets.remembered'));
  if (choice.kind === 'accounts') facts.push(t('roster.wizard.sheets.kinds.accounts'));
  return (
    <li className="n-import-sheet" data-active={shown || undefined}>
      <Checkbox
        size="xs"
        aria-label={t('roster.wizard.sheets.take', { name: sheet.name })}
        checked={choice.taken}
        onChange={(event) => {
          onTake(event.currentTarget.checked);
          if (event.currentTarget.checked) onShow();
        }}
      />
      <button type="button" className="n-import-sheet-name" aria-pressed={shown} onClick={onShow}>
        <span className="n-import-icon-line">
          <span className="n-clip">{sheet.name}</span>
          {sheet.state !== 'visible' && <IconEyeOff size={14} stroke={1.8} aria-hidden />}
          {sheet.remembered && <IconHistory size={14} stroke={1.8} aria-hidden />}
        </span>
        <span className="n-meta">{facts.join(' · ')}</span>
      </button>
    </li>
  );
}
