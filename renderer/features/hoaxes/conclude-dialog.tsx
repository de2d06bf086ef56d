/** The fact check is concluded: about the claim, by an officer, on a day. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hoaxKind, type HoaxPage, hoaxVerdict } from '#shared/contract/hoaxes.ts';
import { HOAX_VERDICT_WORDS } from '#shared/domain/hoaxes/words.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { choices } from '../../ui/names.ts';
import { Bones } from '../../ui/states.tsx';
import { type DialogField, FieldsDialog, type Values } from './fields-dialog.tsx';
import { today } from './today.ts';
import { useKinds } from './words.tsx';

export function ConcludeDialog({ page, onClose }: { page: HoaxPage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const status = useOperation('vault.status', {});
  const fields = useFields();
  const { hoax, conclusions } = page;
  const last = conclusions[0];
  if (status.data === undefined) return <Bones rows={2} />;
  return (
    <FieldsDialog
      title={t('hoaxes.conclude.title')}
      text={t('hoaxes.conclude.text')}
      submitLabel={t('hoaxes.conclude.submit')}
      fields={fields}
      initial={{
        verdict: last?.verdict ?? '',
        kind: hoax.kind ?? '',
        facts: last?.facts ?? '',
        advice: last?.advice ?? '',
        checkedOn: today(),
        checkedBy: status.data.user?.name ?? '',
      }}
      submit={(value) =>
        call('hoaxes.conclude', {
          id: hoax.id,
          verdict: hoaxVerdict.parse(value('verdict')),
          kind: hoaxKind.options.find((kind) => kind === value('kind')) ?? null,
          facts: value('facts'),
          advice: value('advice'),
          checkedOn: value('checkedOn'),
          checkedBy: value('checkedBy'),
        })
      }
      onClose={onClose}
    />
  );
}

function useFields(): (values: Values) => DialogField[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kinds, nameOf } = useKinds();
  return (values) => [
    {
      name: 'verdict',
      label: t('hoaxes.conclude.verdict'),
      input: 'choice',
      required: true,
      options: choices(hoaxVerdict.options, (verdict) => HOAX_VERDICT_WORDS[verdict][language]),
    },
    ...(values['verdict'] === 'hoaks'
      ? [
          {
            name: 'kind',
            label: t('hoaxes.conclude.kind'),
            input: 'choice',
            required: true,
            options: kinds.map(({ code }) => ({ value: code, label: nameOf(code) })),
          } as const,
        ]
      : []),
    {
      name: 'facts',
      label: t('hoaxes.conclude.facts'),
      hint: t('hoaxes.conclude.factsHint'),
      input: 'text',
      required: true,
      maxLength: 800,
    },
    {
      name: 'advice',
      label: t('hoaxes.conclude.advice'),
      hint: t('hoaxes.conclude.adviceHint'),
      input: 'line',
      maxLength: 200,
    },
    { name: 'checkedOn', label: t('hoaxes.conclude.checkedOn'), input: 'day', required: true },
    { name: 'checkedBy', label: t('hoaxes.conclude.checkedBy'), input: 'line', required: true },
  ];
}
