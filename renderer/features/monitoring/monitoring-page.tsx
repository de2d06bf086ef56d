/** Pemantauan: the rounds and what is due, coverage and even-handedness, and one round with its work. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '../../ui/names.ts';
import { Page } from '../../ui/page.tsx';
import { BeginDialog } from './begin-dialog.tsx';
import { CoverageView, type Period } from './coverage.tsx';
import './monitoring.css';
import { OneRound } from './one-round.tsx';
import { RoundsList } from './rounds-list.tsx';

/** What the address says. */
export interface MonitoringPlace {
  /** The period of the coverage, YYYY-MM-DD. */
  readonly dari?: string | undefined;
  readonly sampai?: string | undefined;
  /** The round that is shown whole. */
  readonly ronde?: string | undefined;
  readonly cakupan?: boolean | undefined;
  /** The person whose history is open beside coverage. */
  readonly orang?: string | undefined;
  /** The form for a new round, with the round that it follows or the person that it is for. */
  readonly mulai?: boolean | undefined;
  readonly lanjut?: string | undefined;
  readonly pegawai?: string | undefined;
}

interface MonitoringPageProps {
  readonly place: MonitoringPlace;
  /** The form for a counter-reason: another feature's part, put in by the routes. */
  readonly counterReason: (accountId: string, onClose: () => void) => ReactNode;
  /** What the eye looks for on this day, beside the account: another feature's part, too. */
  readonly reminders?: ReactNode;
}

/** The page at an address. */
export function MonitoringPage({ place, counterReason, reminders }: MonitoringPageProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const go = (search: MonitoringPlace): void => void navigate({ to: '/pemantauan', search });
  const view = place.cakupan === true ? 'coverage' : 'rounds';
  const dialog = place.mulai === true && (
    <BeginDialog
      follows={place.lanjut}
      employeeId={place.pegawai}
      onClose={() => go({ ...place, mulai: undefined, lanjut: undefined, pegawai: undefined })}
      onBegun={(ronde) => go({ ronde })}
    />
  );
  if (place.ronde !== undefined)
    return (
      <>
        <OneRound key={place.ronde} id={place.ronde} counterReason={counterReason} reminders={reminders} />
        {dialog}
      </>
    );
  return (
    <Page
      title={t('monitoring.title')}
      flush
      actions={
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('monitoring.view.label')}
            data={choices(['rounds', 'coverage'] as const, (value) => t(`monitoring.view.${value}`))}
            value={view}
            onChange={(value) => go(value === 'coverage' ? { cakupan: true } : {})}
          />
          <Button leftSection={<IconPlus size={16} />} onClick={() => go({ ...place, mulai: true })}>
            {t('monitoring.begin')}
          </Button>
        </Group>
      }
    >
      {view === 'rounds' ? <RoundsList /> : <CoverageView person={place.orang} asked={periodOf(place)} />}
      {dialog}
    </Page>
  );
}

function periodOf({ dari, sampai }: MonitoringPlace): Period | undefined {
  return dari === undefined || sampai === undefined || sampai < dari ? undefined : { from: dari, to: sampai };
}
