/** Who signs: the app's seal, a .p12 file, or a key that the vault keeps. */
import { Button, PasswordInput, Radio, Select, Stack, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { CallOf } from '#shared/contract/index.ts';
import type { P12Identity } from '#shared/contract/signatures.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useErrorWords } from '../../i18n/errors.ts';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';

const METHODS = ['p12', 'kept', 'seal'] as const;
type Method = (typeof METHODS)[number];
export type Choice = CallOf<'signatures.sign'>['signature'];

export interface SignerChoice {
  /** Null until enough is filled in. */
  readonly choice: Choice | null;
  readonly fields: ReactNode;
}

/** The fields and what they choose, from `first` on. A file with several keys asks which one. */
export function useSignerChoice(first: Method = 'p12'): SignerChoice {
  const { t } = useTranslation();
  const [method, setMethod] = useState<Method>(first);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [identities, setIdentities] = useState<readonly P12Identity[]>([]);
  const [identity, setIdentity] = useState<string | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [pss, setPss] = useState(false);
  const choice = choiceOf({ method, file, identities, identity, key, passphrase, pss });
  const fields = (
    <Stack gap="md">
      <Radio.Group label={t('signatures.method')} value={method} onChange={(value) => setMethod(methodOf(value))}>
        <Stack gap="xs" mt="xs">
          {[first, ...METHODS.filter((one) => one !== first)].map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`signatures.${one}`)}
              {...(one === 'seal' && { description: t('signatures.sealText') })}
              {...(one === first && { 'data-autofocus': true })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {method === 'p12' && (
        <FileField
          file={file}
          onFile={(chosen) => {
            setFile(chosen);
            setIdentities([]);
            setIdentity(null);
          }}
        />
      )}
      {method === 'kept' && <KeptField value={key} onChange={setKey} />}
      {method !== 'seal' && (
        <PasswordInput
          label={t('signatures.passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      {method === 'p12' && file !== null && (
        <Identities
          file={file}
          passphrase={passphrase}
          identities={identities}
          value={identity}
          onRead={setIdentities}
          onChange={setIdentity}
        />
      )}
      {method !== 'seal' && (
        <Switch
          label={t('signatures.pss')}
          description={t('signatures.pssText')}
          checked={pss}
          onChange={(event) => setPss(event.currentTarget.checked)}
        />
      )}
    </Stack>
  );
  return { choice, fields };
}

interface Filled {
  readonly method: Method;
  readonly file: ChosenFile | null;
  readonly identities: readonly P12Identity[];
  readonly identity: string | null;
  readonly key: string | null;
  readonly passphrase: string;
  readonly pss: boolean;
}

function choiceOf({ method, file, identities, identity, key, passphrase, pss }: Filled): Choice | null {
  if (method === 'seal') return { method };
  const padding = pss ? 'pss' : 'pkcs1';
  if (method === 'kept') return key === null ? null : { method, key, passphrase, padding };
  if (file === null || (identities.length > 1 && identity === null)) return null;
  return { method, file: file.token, passphrase, padding, ...(identity === null ? {} : { identity }) };
}

function methodOf(value: string): Method {
  return METHODS.find((one) => one === value) ?? 'p12';
}

function FileField({ file, onFile }: { file: ChosenFile | null; onFile: (file: ChosenFile) => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const choose = (): void =>
    void call('app.chooseFiles', { purpose: 'p12' }).then(
      ({ files }) => files[0] !== undefined && onFile(files[0]),
      notify.failed,
    );
  return (
    <Button variant="default" onClick={choose}>
      {file?.name ?? t('signatures.choose')}
    </Button>
  );
}

function KeptField({ value, onChange }: { value: string | null; onChange: (key: string | null) => void }): ReactNode {
  const { t } = useTranslation();
  const { data } = useOperation('signatures.keptKeys', {});
  const keys = data?.keys ?? [];
  return (
    <Select
      label={t('signatures.key')}
      placeholder={keys.length === 0 && data !== undefined ? t('signatures.settings.noKeys') : ''}
      data={keys.map(({ id, name, subject }) => ({ value: id, label: `${name} · ${subject}` }))}
      value={value}
      onChange={onChange}
      allowDeselect={false}
    />
  );
}

interface IdentitiesProps {
  readonly file: ChosenFile;
  readonly passphrase: string;
  readonly identities: readonly P12Identity[];
  readonly value: string | null;
  readonly onRead: (identities: readonly P12Identity[]) => void;
  readonly onChange: (fingerprint: string | null) => void;
}

/** What is in the file, read on demand; a problem of each is said beside it. */
function Identities({ file, passphrase, identities, value, onRead, onChange }: IdentitiesProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useErrorWords();
  const notify = useNotify();
  const read = (): void =>
    void call('signatures.inspectP12', { file: file.token, passphrase }).then((found) => {
      onRead(found.identities);
      onChange(found.identities.find(({ problem }) => problem === null)?.fingerprint ?? null);
    }, notify.failed);
  if (identities.length === 0)
    return (
      <Button variant="subtle" onClick={read}>
        {t('signatures.readFile')}
      </Button>
    );
  return (
    <Radio.Group label={t('signatures.identity')} value={value ?? ''} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {identities.map(({ fingerprint, subject, notAfter, problem, notBefore }) => (
          <Radio
            key={fingerprint}
            value={fingerprint}
            disabled={problem !== null}
            label={t('signatures.until', { subject, at: format.date(notAfter) })}
            {...(problem !== null && {
              description: words(new AppError(problem, { notBefore: format.date(notBefore) })),
            })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
