/** A claim is recorded, or its description is changed. */
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hoaxDisorder, hoaxKind, type HoaxPage } from '#shared/contract/hoaxes.ts';
import { SOCIAL_PLATFORMS } from '#shared/domain/roster/account-text.ts';
import { call } from '../../bridge/call.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { type DialogField, FieldsDialog } from './fields-dialog.tsx';
import { today } from './today.ts';
import { useKinds } from './words.tsx';

interface HoaxFormProps {
  /** Null for a new one. */
  readonly hoax: HoaxPage['hoax'] | null;
  readonly reportId?: string | undefined;
  readonly onClose: () => void;
  readonly onRecorded?: (id: string) => void;
}

export function HoaxForm({ hoax, reportId, onClose, onRecorded }: HoaxFormProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const fields = useFields(hoax);
  const recorded = useRef<string | null>(null);
  const submit = async (value: (name: string) => string): Promise<void> => {
    const described = {
      claim: value('claim'),
      kind: hoaxKind.options.find((kind) => kind === value('kind')) ?? null,
      disorder: hoaxDisorder.options.find((one) => one === value('disorder')) ?? null,
      firstSeen: value('firstSeen'),
      notes: value('notes'),
    };
    if (hoax !== null) {
      await call('hoaxes.change', { id: hoax.id, ...described });
      return;
    }
    const platform = value('platform');
    const address = value('address');
    const made = await call('hoaxes.create', {
      ...described,
      spreads:
        platform === '' && address === ''
          ? []
          : [{ platform: platform || t('hoaxes.otherPlatform'), address, firstSeen: described.firstSeen }],
      reportIds: reportId === undefined ? [] : [reportId],
    });
    notify.done(t('hoaxes.form.recorded', { number: made.number }));
    recorded.current = made.id;
  };
  return (
    <FieldsDialog
      title={t(hoax === null ? 'hoaxes.form.newTitle' : 'hoaxes.form.editTitle')}
      submitLabel={t(hoax === null ? 'hoaxes.form.submit' : 'common.save')}
      fields={() => fields}
      initial={{
        claim: hoax?.claim ?? '',
        kind: hoax?.kind ?? '',
        disorder: hoax?.disorder ?? '',
        firstSeen: hoax?.firstSeen ?? today(),
        notes: hoax?.notes ?? '',
      }}
      submit={submit}
      onClose={onClose}
      onDone={() => (recorded.current === null ? onClose() : onRecorded?.(recorded.current))}
    />
  );
}

function useFields(hoax: HoaxPage['hoax'] | null): DialogField[] {
  const { t } = useTranslation();
  const { kinds, nameOf } = useKinds();
  const place: DialogField[] = [
    {
      name: 'platform',
      label: t('hoaxes.form.platform'),
      input: 'suggest',
      options: choices(SOCIAL_PLATFORMS, (platform) => platform),
    },
    { name: 'address', label: t('hoaxes.form.address'), input: 'line' },
  ];
  return [
    {
      name: 'claim',
      label: t('hoaxes.form.claim'),
      hint: t('hoaxes.form.claimHint'),
      input: 'text',
      required: true,
      maxLength: 400,
    },
    {
      name: 'kind',
      label: t('hoaxes.form.kind'),
      input: 'choice',
      options: kinds.map(({ code }) => ({ value: code, label: nameOf(code) })),
    },
    {
      name: 'disorder',
      label: t('hoaxes.disorder.label'),
      input: 'choice',
      options: choices(hoaxDisorder.options, (one) => t(`hoaxes.disorder.${one}`)),
    },
    { name: 'firstSeen', label: t('hoaxes.form.firstSeen'), input: 'day', required: true },
    ...(hoax === null ? place : []),
    { name: 'notes', label: t('hoaxes.form.notes'), hint: t('hoaxes.form.notesHint'), input: 'text' },
  ];
}
