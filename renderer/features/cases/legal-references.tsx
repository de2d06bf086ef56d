/** The legal reference table: who verified which row, when, and where it can be read. */
import { Button, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { LegalReference } from '#shared/contract/cases.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { VerificationMarks } from './allegations.tsx';
import './cases.css';

const STATES = ['salinan_dibaca', 'sumber_sekunder', 'inferensi', 'ingatan', 'konflik', 'diverifikasi'] as const;

/** Pengaturan → Rujukan hukum. */
export function LegalReferences(): ReactNode {
  const { t } = useTranslation();
  const table = useOperation('cases.legalReferences', {});
  const [editing, setEditing] = useState<LegalReference | null>(null);
  return (
    <Section title={t('cases.legal.title')}>
      <p className="n-quiet">{t('cases.legal.text')}</p>
      <Answer of={table}>
        {({ rows }) => (
          <>
            <p className="n-meta">
              {t('cases.legal.progress', {
                done: rows.filter(({ verification }) => verification === 'diverifikasi').length,
                all: rows.length,
              })}
            </p>
            <ul className="n-rows n-card">
              {rows.map((row) => (
                <li key={row.code} className="n-allegation">
                  <span className="code">{row.code}</span>
                  <div>
                    <p>{row.text}</p>
                    <div className="n-marks">
                      <Mark tone="quiet">{t(`names.category.${row.category}`)}</Mark>
                      <VerificationMarks reference={row} />
                    </div>
                    <div className="n-meta">
                      {[row.prohibitionBasis, row.sanctionBasis, row.note].filter((part) => part !== null).join(' · ')}
                    </div>
                    {row.sourceUrl !== null && <div className="n-meta n-mono">{row.sourceUrl}</div>}
                  </div>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => setEditing(row)}
                    aria-label={`${t('common.edit')} ${row.code}`}
                  >
                    {t('common.edit')}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
      {editing !== null && <ReferenceDialog row={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function ReferenceDialog({ row, onClose }: { row: LegalReference; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const { register, control, handleSubmit, watch, formState } = useForm({
    defaultValues: {
      text: row.text,
      prohibitionBasis: row.prohibitionBasis ?? '',
      sanctionBasis: row.sanctionBasis ?? '',
      sanction: row.sanction,
      note: row.note ?? '',
      sourceUrl: row.sourceUrl ?? '',
      verification: row.verification,
      verifiedBy: row.verifiedBy ?? '',
      verifiedAt: row.verifiedAt ?? '',
    },
  });
  const verified = watch('verification') === 'diverifikasi';
  const needed = { required: verified ? t('common.required') : false } as const;
  const submit = handleSubmit((values) =>
    run(async () => {
      await call('cases.saveLegalReference', {
        ...row,
        ...values,
        prohibitionBasis: orNull(values.prohibitionBasis),
        sanctionBasis: orNull(values.sanctionBasis),
        note: orNull(values.note),
        sourceUrl: orNull(values.sourceUrl),
        verifiedBy: orNull(values.verifiedBy),
        verifiedAt: orNull(values.verifiedAt),
      });
      notify.done(t('cases.legal.saved', { code: row.code }));
      onClose();
    }),
  );
  const { errors } = formState;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('cases.legal.edit', { code: row.code })}
      size={640}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Controller
            control={control}
            name="verification"
            render={({ field }) => (
              <Select
                label={t('cases.legal.state')}
                allowDeselect={false}
                data={choices(STATES, (state) => t(`names.verification.${state}`))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <TextInput
            label={t('cases.legal.sourceUrl')}
            error={errors.sourceUrl?.message}
            {...register('sourceUrl', needed)}
          />
          <TextInput
            label={t('cases.legal.by')}
            error={errors.verifiedBy?.message}
            {...register('verifiedBy', needed)}
          />
          <TextInput
            type="date"
            w={200}
            label={t('cases.legal.at')}
            error={errors.verifiedAt?.message}
            {...register('verifiedAt', needed)}
          />
          <Textarea label={t('cases.legal.wording')} autosize {...register('text')} />
          <TextInput label={t('cases.legal.prohibition')} {...register('prohibitionBasis')} />
          <TextInput label={t('cases.legal.sanction')} {...register('sanction')} />
          <TextInput label={t('cases.legal.sanctionBasis')} {...register('sanctionBasis')} />
          <Textarea label={t('cases.legal.note')} autosize {...register('note')} />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
