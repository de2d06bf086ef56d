/** What happened: the account of events, the day, the candidate's status then. Edited in place. */
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useForm, Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '#shared/contract/cases.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { Facts, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';

const SOURCES = ['temuan', 'laporan', 'aduan', 'penerusan'] as const;
const CANDIDATES = ['bakal_calon', 'calon', 'tidak_diketahui'] as const;
const REGIMES = ['PEMILU', 'PILKADA'] as const;

/** Kronologi. */
export function ChronologySection({ id, file }: { id: string; file: CasePage }): ReactNode {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      id={id}
      title={t('cases.sections.chronology')}
      actions={
        !editing && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={15} />}
            onClick={() => setEditing(true)}
          >
            {t('cases.chronology.edit')}
          </Button>
        )
      }
    >
      {editing ? <Editor file={file} onClose={() => setEditing(false)} /> : <Reading file={file} />}
    </Section>
  );
}

function Reading({ file }: { file: CasePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { case: row } = file;
  const day = row.actDate === null ? null : format.calendar(row.actDate);
  return (
    <>
      <p className={row.narrative === '' ? 'n-prose n-quiet' : 'n-prose'}>
        {row.narrative === '' ? t('cases.chronology.none') : row.narrative}
      </p>
      <div className="n-two-facts">
        <Facts
          rows={[
            [
              t('cases.chronology.actDate'),
              [day, row.actDateText].filter((part) => part !== null && part !== '').join(' · '),
            ],
            [t('cases.chronology.candidate'), t(`names.candidate.${row.candidateStatus}`)],
            [t('cases.chronology.regime'), row.regime === null ? null : t(`names.regime.${row.regime}`)],
          ]}
        />
        <Facts
          rows={[
            [t('cases.chronology.source'), t(`names.source.${row.source}`)],
            [t('cases.chronology.opened'), format.instant(row.openedAt)],
            [t('cases.chronology.notes'), row.notes],
          ]}
        />
      </div>
    </>
  );
}

function Editor({ file, onClose }: { file: CasePage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const { case: row } = file;
  const { register, control, handleSubmit } = useForm({
    defaultValues: {
      title: row.title,
      source: row.source,
      narrative: row.narrative,
      notes: row.notes,
      actDate: row.actDate ?? '',
      actDateText: row.actDateText,
      candidateStatus: row.candidateStatus,
      regime: row.regime,
      accountText: row.accountText,
    },
  });
  const submit = handleSubmit((values) =>
    run(async () => {
      await call('cases.update', { id: row.id, ...values, actDate: values.actDate === '' ? null : values.actDate });
      onClose();
    }),
  );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={760}>
        <TextInput label={t('cases.chronology.title')} {...register('title')} autoFocus />
        <Textarea
          label={t('cases.chronology.narrative')}
          description={t('cases.chronology.narrativeHint')}
          autosize
          minRows={4}
          {...register('narrative')}
        />
        <Group grow align="flex-end">
          <TextInput type="date" label={t('cases.chronology.actDate')} {...register('actDate')} />
          <TextInput label={t('cases.chronology.actDateText')} {...register('actDateText')} />
        </Group>
        <Group grow>
          <Controller
            control={control}
            name="candidateStatus"
            render={({ field }) => (
              <Select
                label={t('cases.chronology.candidate')}
                allowDeselect={false}
                data={choices(CANDIDATES, (value) => t(`names.candidate.${value}`))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <Controller
            control={control}
            name="regime"
            render={({ field }) => (
              <Select
                label={t('cases.chronology.regime')}
                clearable
                data={choices(REGIMES, (value) => t(`names.regime.${value}`))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <Controller
            control={control}
            name="source"
            render={({ field }) => (
              <Select
                label={t('cases.chronology.source')}
                allowDeselect={false}
                data={choices(SOURCES, (value) => t(`names.source.${value}`))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        </Group>
        <TextInput label={t('cases.chronology.account')} {...register('accountText')} />
        <Textarea
          label={t('cases.chronology.notes')}
          description={t('cases.chronology.notesHint')}
          autosize
          minRows={2}
          {...register('notes')}
        />
        {error !== null && <Problem error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {t('common.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
