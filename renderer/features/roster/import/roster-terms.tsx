/** What holds for the whole file: the day that it describes, and what absence from it means. */
import { Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROSTER_SCOPES, type RosterScope } from '#shared/domain/roster/plan-kinds.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { useFormat } from '../../../ui/format.ts';
import type { Choices } from './use-import.ts';

/** Keadaan per, dan siapa yang dianggap tidak lagi tercantum. */
export function RosterTerms({
  choices,
  onChange,
}: {
  choices: Choices;
  onChange: (choices: Choices) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const today = dayOf(localParts(new Date(), zone));
  return (
    <>
      <TextInput
        type="date"
        label={t('roster.wizard.sheets.asOf')}
        description={t('roster.wizard.sheets.asOfHint')}
        error={isFuture(choices.asOf) ? t('roster.wizard.sheets.asOfFuture') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        max={today}
        value={choices.asOf ?? today}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...choices, asOf: value === '' || value === today ? null : value });
        }}
      />
      <Radio.Group
        label={t('roster.wizard.sheets.scope')}
        value={choices.scope}
        onChange={(value) => onChange({ ...choices, scope: scopeNamed(value) })}
      >
        <div className="n-import-scopes">
          {ROSTER_SCOPES.map((scope) => (
            <Radio
              key={scope}
              size="xs"
              value={scope}
              label={t(`roster.wizard.sheets.scopes.${scope}`)}
              description={t(`roster.wizard.sheets.scopeText.${scope}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <p className="n-meta">{t('roster.wizard.sheets.never')}</p>
    </>
  );
}

/** A roster of a day to come cannot be true yet. */
export function isFuture(day: string | null): boolean {
  // Anywhere on earth: the vault judges by its own zone.
  return day !== null && Date.parse(day) > Date.now() + 14 * 3_600_000;
}

function scopeNamed(value: string): RosterScope {
  return ROSTER_SCOPES.find((scope) => scope === value) ?? 'units';
}

function dayOf({ year, month, day }: { year: number; month: number; day: number }): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
