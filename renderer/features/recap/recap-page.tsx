/** Rekapitulasi: a month or any period in numbers, as a screen, as a workbook and as a signed document. */
import { ActionIcon, Button, Group, Input, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconFileCertificate } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type RecapChoice, recapChoice } from '#shared/contract/recap.ts';
import { addMonths, monthOf, monthPeriod } from '#shared/domain/recap/periods.ts';
import { AUDIENCES } from '#shared/domain/recap/tables.ts';
import { monthWords, PUBLIC_WORDS, periodWords } from '#shared/domain/recap/words.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { PrintTables } from '../../ui/print-list.tsx';
import { Answer } from '../../ui/states.tsx';
import { recapPaper } from './recap-paper.ts';
import { RecapTables } from './recap-tables.tsx';
import './recap.css';

const WAYS = ['byMonth', 'free'] as const;
const view = recapChoice.extend({ way: z.enum(WAYS) });
type View = z.output<typeof view>;

/** Rekapitulasi. */
export function RecapPage(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { zone } = useFormat();
  const { year, month } = localParts(new Date(), zone);
  const current = `${year}-${String(month).padStart(2, '0')}`;
  const [asked, setAsked] = useRemembered<View>('recap', view, {
    way: 'byMonth',
    audience: 'internal',
    ...monthPeriod(current),
  });
  const { way: _way, ...choice } = asked;
  const fits = choice.from !== '' && choice.from <= choice.to;
  const recap = useOperation('recap.get', choice, { enabled: fits, keep: true });
  return (
    <Page
      title={t('recap.title')}
      detail={periodWords(choice, language)}
      actions={<Actions choice={choice} fits={fits} />}
    >
      <div className="n-recap">
        <Chooser asked={asked} onChange={setAsked} current={current} />
        {!fits && <Notice tone="waiting">{t('recap.wrongPeriod')}</Notice>}
        {choice.audience === 'public' && <Notice tone="info">{PUBLIC_WORDS[language].join(' ')}</Notice>}
        {recap.data !== undefined && recap.data.overlaps.length > 0 && (
          <Notice tone="waiting">
            {t('recap.overlaps', {
              periods: recap.data.overlaps.map((period) => periodWords(period, language)).join('; '),
            })}
          </Notice>
        )}
        {fits && <Answer of={recap}>{(value) => <RecapTables recap={value} />}</Answer>}
      </div>
    </Page>
  );
}

function Actions({ choice, fits }: { choice: RecapChoice; fits: boolean }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const language = useLanguage();
  const { number } = useFormat();
  const { busy, run } = useAction();
  const save = (): void =>
    void run(async () => {
      try {
        const { saved, name } = await call('recap.save', choice);
        if (saved) notify.done(t('recap.saved', { name }));
      } catch (error) {
        notify.failed(error);
      }
    });
  const { from, to, audience } = choice;
  return (
    <Group gap="xs" wrap="nowrap">
      <PrintTables
        title={`${t('recap.title')}: ${periodWords(choice, language)}`}
        asked={
          audience === 'public'
            ? [PUBLIC_WORDS[language].join(' ')]
            : [`${t('recap.audience')}: ${t(`recap.audiences.${audience}`)}`]
        }
        load={async () =>
          recapPaper(await call('recap.get', choice), {
            language,
            number,
            summary: t('recap.summary'),
            what: t('recap.what'),
            trend: t('recap.trend'),
          })
        }
        disabled={!fits}
        look="button"
      />
      <Button variant="default" leftSection={<IconDownload size={16} />} loading={busy} disabled={!fits} onClick={save}>
        {t('recap.save')}
      </Button>
      <Button
        leftSection={<IconFileCertificate size={16} />}
        disabled={!fits}
        onClick={() =>
          void navigate({
            to: '/dokumen/buat',
            search: { jenis: 'rekapitulasi', dari: from, sampai: to, umum: audience === 'public' },
          })
        }
      >
        {t('recap.document')}
      </Button>
    </Group>
  );
}

interface ChooserProps {
  readonly asked: View;
  readonly onChange: (view: View) => void;
  /** This month, YYYY-MM. */
  readonly current: string;
}

function Chooser({ asked, onChange, current }: ChooserProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-recap-chooser">
      <Segmented
        label={t('recap.period')}
        data={choices(WAYS, (way) => t(`recap.${way}`))}
        value={asked.way}
        onChange={(way) =>
          onChange({ ...asked, way, ...(way === 'byMonth' && monthPeriod(monthOf(asked.to) || current)) })
        }
      />
      {asked.way === 'byMonth' ? (
        <MonthField month={monthOf(asked.from)} onChange={(month) => onChange({ ...asked, ...monthPeriod(month) })} />
      ) : (
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={t(`recap.${end}`)}
            value={asked[end]}
            onChange={(event) =>
              event.currentTarget.value !== '' && onChange({ ...asked, [end]: event.currentTarget.value })
            }
          />
        ))
      )}
      <Segmented
        label={t('recap.audience')}
        data={choices(AUDIENCES, (audience) => t(`recap.audiences.${audience}`))}
        value={asked.audience}
        onChange={(audience) => onChange({ ...asked, audience })}
      />
    </div>
  );
}

function MonthField({ month, onChange }: { month: string; onChange: (month: string) => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const step = (by: number): void => onChange(addMonths(month, by));
  return (
    <div>
      <Input.Label component="div" mb={4} display="block">
        {t('recap.month')}
      </Input.Label>
      <div className="n-recap-month">
        <ActionIcon size={32} onClick={() => step(-1)} aria-label={t('recap.earlier')} title={t('recap.earlier')}>
          <IconChevronLeft size={18} stroke={1.6} />
        </ActionIcon>
        <span aria-live="polite">{monthWords(month, language)}</span>
        <ActionIcon size={32} onClick={() => step(1)} aria-label={t('recap.later')} title={t('recap.later')}>
          <IconChevronRight size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </div>
  );
}
