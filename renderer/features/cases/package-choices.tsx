/** What a package holds and how it leaves: the choices of the dialog, and whether they are enough to begin. */
import { Checkbox, PasswordInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PackageForm, packageForm, type PackageOptions } from '#shared/contract/case-package.ts';

/** The options, and the passphrase typed a second time. */
export interface PackageDraft extends PackageOptions {
  readonly again: string;
}

export const FIRST_DRAFT: PackageDraft = {
  kind: 'lengkap',
  form: 'folder',
  withAccountData: false,
  handedTo: '',
  passphrase: '',
  recipient: '',
  again: '',
};

/** Whether the package can be made of these choices. */
export function isReady({ form, passphrase, again, recipient }: PackageDraft): boolean {
  if (form === 'age-passphrase') return passphrase !== '' && passphrase === again;
  return form !== 'age-recipient' || recipient.trim() !== '';
}

/** What goes to the vault: nothing of a form that was not chosen. */
export function optionsOf({ again: _again, passphrase, recipient, ...draft }: PackageDraft): PackageOptions {
  return {
    ...draft,
    passphrase: draft.form === 'age-passphrase' ? passphrase : '',
    recipient: draft.form === 'age-recipient' ? recipient : '',
  };
}

/** The fields. */
export function PackageChoices({
  draft,
  onChange,
}: {
  draft: PackageDraft;
  onChange: (draft: PackageDraft) => void;
}): ReactNode {
  const { t } = useTranslation();
  const change = (part: Partial<PackageDraft>): void => onChange({ ...draft, ...part });
  const words: Readonly<Record<PackageForm, string>> = {
    folder: t('handover.make.folder'),
    zip: t('handover.make.zip'),
    'age-passphrase': t('handover.make.passphraseForm'),
    'age-recipient': t('handover.make.recipientForm'),
  };
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('handover.make.kind')}
        value={draft.kind}
        onChange={(kind) => change({ kind: kind === 'disamarkan' ? 'disamarkan' : 'lengkap' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="lengkap" label={t('handover.make.lengkap')} />
          <Radio value="disamarkan" label={t('handover.make.disamarkan')} />
        </Stack>
      </Radio.Group>
      {draft.kind === 'lengkap' && (
        <Checkbox
          label={t('visibility.packageChoice')}
          description={t('visibility.packageHint')}
          checked={draft.withAccountData}
          onChange={(event) => change({ withAccountData: event.currentTarget.checked })}
        />
      )}
      <Select
        label={t('handover.make.form')}
        data={packageForm.options.map((value) => ({ value, label: words[value] }))}
        value={draft.form}
        allowDeselect={false}
        onChange={(value) => change({ form: packageForm.parse(value) })}
      />
      <Lock draft={draft} change={change} />
      <TextInput
        label={t('handover.make.handedTo')}
        description={t('handover.make.handedToHelp')}
        value={draft.handedTo}
        onChange={(event) => change({ handedTo: event.currentTarget.value })}
      />
    </Stack>
  );
}

function Lock({ draft, change }: { draft: PackageDraft; change: (part: Partial<PackageDraft>) => void }): ReactNode {
  const { t } = useTranslation();
  if (draft.form === 'age-recipient')
    return (
      <TextInput
        label={t('handover.make.recipient')}
        description={t('handover.make.recipientHelp')}
        value={draft.recipient}
        onChange={(event) => change({ recipient: event.currentTarget.value })}
        required
      />
    );
  if (draft.form !== 'age-passphrase') return null;
  const differ = draft.again !== '' && draft.again !== draft.passphrase;
  return (
    <>
      <PasswordInput
        label={t('handover.make.passphrase')}
        description={t('handover.make.passphraseHelp')}
        value={draft.passphrase}
        onChange={(event) => change({ passphrase: event.currentTarget.value })}
        autoComplete="new-password"
        required
      />
      <PasswordInput
        label={t('handover.make.again')}
        value={draft.again}
        onChange={(event) => change({ again: event.currentTarget.value })}
        error={differ ? t('handover.make.differ') : undefined}
        autoComplete="new-password"
        required
      />
    </>
  );
}
