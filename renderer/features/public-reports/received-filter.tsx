/** The days between which reports were received: a filter like its neighbours, with two days instead of a choice. */
import { Button, CloseButton, Popover, Stack, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { periodWords } from '#shared/domain/recap/words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';

interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Either day may be missing. */
export function ReceivedFilter({ from, to, onChange }: Days & { onChange: (days: Days) => void }): ReactNode {
  const { t } = useTranslation();
  const words = usePeriod({ from, to });
  const set = words !== null;
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          {...(set ? { variant: 'light' } : { variant: 'subtle', color: 'gray' })}
          px={10}
          leftSection={<IconFilter size={15} stroke={1.6} />}
        >
          {words ?? t('publicReports.filter.received')}
        </Button>
      </Popover.Target>
      {set && (
        <CloseButton
          size={24}
          aria-label={`${t('common.remove')}: ${t('publicReports.filter.received')}`}
          onClick={() => onChange({ from: undefined, to: undefined })}
        />
      )}
      <Popover.Dropdown>
        <Stack gap="sm">
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              data-autofocus={end === 'from' || undefined}
              label={t(`publicReports.filter.${end}`)}
              value={(end === 'from' ? from : to) ?? ''}
              onChange={(event) => onChange({ from, to, [end]: event.currentTarget.value || undefined })}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function usePeriod({ from, to }: Days): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  if (from !== undefined && to !== undefined) return periodWords({ from, to }, language);
  if (from !== undefined) return `${t('publicReports.filter.from')} ${format.day(from)}`;
  return to === undefined ? null : `${t('publicReports.filter.to')} ${format.day(to)}`;
}
