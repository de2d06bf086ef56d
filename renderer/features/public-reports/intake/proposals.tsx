/** What was found in a text, each to be taken into its field or dropped. */
import { Chip, Group, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeChoice, IntakeProposal } from '#shared/contract/report-intake-job.ts';
import { useFormat } from '../../../ui/format.ts';
import { isTaken, toggled } from './choice.ts';

export function Proposals({
  of: proposals,
  choice,
  onChange,
}: {
  of: readonly IntakeProposal[];
  choice: IntakeChoice;
  onChange: (choice: IntakeChoice) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const different = [...new Map(proposals.map((one) => [`${one.kind} ${one.value}`, one])).values()];
  if (different.length === 0) return null;
  return (
    <fieldset className="n-intake-proposals">
      <legend>{t('reportIntake.found')}</legend>
      <p className="n-meta">{t('reportIntake.foundText')}</p>
      <Group gap={6}>
        {different.map((one) => (
          <Tooltip key={`${one.kind} ${one.value}`} label={t(`reportIntake.goesTo.${one.kind}`)}>
            <div>
              <Chip
                size="xs"
                radius="sm"
                checked={isTaken(choice, one)}
                onChange={() => onChange(toggled(choice, one))}
              >
                <span className="n-intake-chip">
                  {t(`reportIntake.kindOf.${one.kind}`)}: {one.kind === 'date' ? format.calendar(one.value) : one.value}
                </span>
              </Chip>
            </div>
          </Tooltip>
        ))}
      </Group>
    </fieldset>
  );
}
