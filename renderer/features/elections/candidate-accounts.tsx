/** The accounts of one candidate: official, of the team, private. */
import { ActionIcon, Autocomplete, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, CandidateAccount } from '#shared/contract/elections.ts';
import { ACCOUNT_KIND_WORDS, CANDIDATE_ACCOUNT_KINDS } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { RemoveDialog } from './remove.tsx';

const PLATFORMS = ['Facebook', 'Instagram', 'TikTok', 'X', 'YouTube', 'WhatsApp', 'Telegram', 'Threads'];

export function CandidateAccounts({ candidate }: { candidate: Candidate }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [editing, setEditing] = useState<CandidateAccount | 'new' | null>(null);
  const [removing, setRemoving] = useState<CandidateAccount | null>(null);
  return (
    <Section
      title={t('elections.candidates.accounts')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setEditing('new')}
        >
          {t('elections.candidates.addAccount')}
        </Button>
      }
    >
      <ul className="n-rows n-card">
        {candidate.accounts.length === 0 && <li className="n-plain-row n-quiet">{t('common.notYet')}</li>}
        {candidate.accounts.map((account) => (
          <li key={account.id} className="n-plain-row n-candidate-account">
            <Mark tone={account.kind === 'resmi' ? 'info' : 'quiet'}>{ACCOUNT_KIND_WORDS[account.kind][language]}</Mark>
            <span className="n-clip">{nameOf(account)}</span>
            <ActionIcon aria-label={`${t('common.edit')}: ${nameOf(account)}`} onClick={() => setEditing(account)}>
              <IconPencil size={16} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              aria-label={`${t('elections.remove')}: ${nameOf(account)}`}
              onClick={() => setRemoving(account)}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {editing !== null && (
        <AccountForm
          candidateId={candidate.id}
          account={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {removing !== null && (
        <RemoveDialog what="account" id={removing.id} name={nameOf(removing)} onClose={() => setRemoving(null)} />
      )}
    </Section>
  );
}

function nameOf({ platform, handle, url }: CandidateAccount): string {
  return [platform, handle, url].filter((part) => part !== '').join(' · ');
}

interface AccountFormProps {
  readonly candidateId: string;
  readonly account: CandidateAccount | null;
  readonly onClose: () => void;
}

function AccountForm({ candidateId, account, onClose }: AccountFormProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState<Omit<CandidateAccount, 'id'>>(
    account ?? { kind: 'resmi', platform: 'Instagram', handle: '', url: '', note: '' },
  );
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const nameless = values.handle.trim() === '' && values.url.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('elections.saveCandidateAccount', { ...values, id: account?.id ?? null, candidateId });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('elections.candidates.addAccount')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow>
            <Select
              label={t('elections.field.accountKind')}
              data={choices(CANDIDATE_ACCOUNT_KINDS, (kind) => ACCOUNT_KIND_WORDS[kind][language])}
              value={values.kind}
              allowDeselect={false}
              onChange={(value) =>
                change({ kind: CANDIDATE_ACCOUNT_KINDS.find((kind) => kind === value) ?? values.kind })
              }
            />
            <Autocomplete
              label={t('elections.field.platform')}
              data={PLATFORMS}
              openOnFocus={false}
              value={values.platform}
              required
              onChange={(platform) => change({ platform })}
            />
          </Group>
          <TextInput
            label={t('elections.field.handle')}
            value={values.handle}
            data-autofocus
            onChange={(event) => change({ handle: event.currentTarget.value })}
          />
          <TextInput
            label={t('elections.field.url')}
            value={values.url}
            onChange={(event) => change({ url: event.currentTarget.value })}
          />
          <TextInput
            label={t('elections.field.note')}
            value={values.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {nameless && <div className="n-meta">{t('elections.candidates.needAccount')}</div>}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={nameless || values.platform.trim() === ''}
          label={t('common.save')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
