/** The words around a piece of evidence; its bytes never change. */
import { Modal, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Problem } from '../../ui/states.tsx';

/** Title, note, address and times as written. */
export function DescribeDialog({ page, onClose }: { page: EvidencePage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const { evidence, provenance, originFacts } = page;
  const ofScreen = originFacts.region !== null;
  const { register, handleSubmit } = useForm({
    defaultValues: {
      title: evidence.title,
      note: evidence.note,
      address: evidence.address.slice(0, 500),
      postedAtText: evidence.postedAtText,
      obtainedFrom: provenance.obtainedFrom,
      obtainedAtText: provenance.obtainedAtText,
      shownProgram: originFacts.shownProgram,
      shownSubject: originFacts.shownSubject,
    },
  });
  const submit = handleSubmit((values) =>
    run(async () => {
      const { title, note, postedAtText, shownProgram, shownSubject, ...foreign } = values;
      await call('evidence.update', {
        id: evidence.id,
        title,
        note,
        postedAtText,
        ...(evidence.secondHand && foreign),
        ...(ofScreen && { shownProgram, shownSubject }),
      });
      onClose();
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('evidence.edit.title')}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput label={t('evidence.edit.name')} data-autofocus {...register('title')} />
          <TextInput
            label={t('evidence.intake.postedAt')}
            description={t('evidence.intake.postedAtHint')}
            {...register('postedAtText')}
          />
          {evidence.secondHand && (
            <>
              <TextInput label={t('evidence.intake.obtainedFrom')} {...register('obtainedFrom')} />
              <TextInput label={t('evidence.intake.obtainedAt')} {...register('obtainedAtText')} />
              <TextInput label={t('evidence.intake.address')} {...register('address')} />
            </>
          )}
          {ofScreen && (
            <>
              <TextInput label={t('evidence.origin.shownProgram')} {...register('shownProgram')} />
              <TextInput label={t('evidence.origin.shownSubject')} {...register('shownSubject')} />
            </>
          )}
          <Textarea label={t('evidence.facts.note')} autosize minRows={2} {...register('note')} />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
