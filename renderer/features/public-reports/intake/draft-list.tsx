/** The drafts of a file: which of them are registered, and which one is looked at. */
import { Checkbox } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeDraft } from '#shared/contract/report-intake-job.ts';
import { useFormat } from '../../../ui/format.ts';
import { Mark } from '../../../ui/marks.tsx';

interface DraftListProps {
  readonly drafts: readonly IntakeDraft[];
  readonly taken: ReadonlySet<number>;
  readonly open: number;
  readonly onOpen: (number: number) => void;
  readonly onTake: (numbers: readonly number[], taken: boolean) => void;
}

export function DraftList({ drafts, taken, open, onOpen, onTake }: DraftListProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : drafts[drafts.findIndex(({ number }) => number === open) + step];
    if (next === undefined) return;
    event.preventDefault();
    onOpen(next.number);
    event.currentTarget.querySelector<HTMLElement>(`[data-draft="${next.number}"]`)?.focus();
  };
  return (
    <div className="n-intake-drafts" onKeyDown={move}>
      <Checkbox
        label={t('reportIntake.takeAll', { n: format.number(taken.size), total: format.number(drafts.length) })}
        checked={taken.size === drafts.length}
        indeterminate={taken.size > 0 && taken.size < drafts.length}
        onChange={(event) =>
          onTake(
            drafts.map(({ number }) => number),
            event.currentTarget.checked,
          )
        }
      />
      <ul>
        {drafts.map((draft) => (
          <li key={draft.number} data-open={draft.number === open || undefined}>
            <Checkbox
              aria-label={t('reportIntake.take', { n: draft.number + 1 })}
              checked={taken.has(draft.number)}
              onChange={(event) => onTake([draft.number], event.currentTarget.checked)}
            />
            <button
              type="button"
              data-draft={draft.number}
              aria-current={draft.number === open}
              onClick={() => onOpen(draft.number)}
            >
              <b>
                {draft.place === null
                  ? t('reportIntake.email', { n: draft.number + 1 })
                  : t('reportIntake.row', { n: draft.place.row })}
              </b>
              <span>{draft.title || draft.respondent || draft.text.slice(0, 80)}</span>
              {draft.insideOf !== null && <Mark tone="quiet">{t('reportIntake.inside')}</Mark>}
              {draft.warnings.length > 0 && <Mark tone="waiting">{t('reportIntake.look')}</Mark>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
