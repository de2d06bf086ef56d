/** Words that this office uses for an employment status, and those that are known anyway. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/contract/settings.ts';
import { EMPLOYMENT_STATUSES, type EmploymentStatus, STATUS_SYNONYMS } from '#shared/domain/roster/status.ts';
import { wordsOf } from '#shared/domain/roster/text.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Answer, Problem } from '../../ui/states.tsx';

type Synonyms = Settings['statusSynonyms'];

/** Padanan status. Each change is saved at once. */
export function StatusSettings(): ReactNode {
  const query = useOperation('settings.get', {});
  return <Answer of={query}>{(settings) => <Editor synonyms={settings.statusSynonyms} />}</Answer>;
}

function Editor({ synonyms }: { synonyms: Synonyms }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [own, setOwn] = useState(synonyms);
  const save = (next: Synonyms): Promise<void> =>
    run(async () => {
      const saved = await call('settings.set', { statusSynonyms: next });
      setOwn(saved.statusSynonyms);
      notify.done(t('settings.saved'));
    });
  return (
    <>
      <Section title={t('roster.statusWords.title')}>
        <p className="n-quiet n-status-text">{t('roster.statusWords.text')}</p>
        {own.length === 0 ? (
          <p className="n-quiet">{t('roster.statusWords.none')}</p>
        ) : (
          <ul className="n-rows n-card">
            {own.map((synonym) => (
              <Line
                key={synonym.words}
                synonym={synonym}
                onStatus={(status) =>
                  void save(own.map((other) => (other.words === synonym.words ? { ...other, status } : other)))
                }
                onRemove={() => void save(own.filter(({ words }) => words !== synonym.words))}
              />
            ))}
          </ul>
        )}
        {error !== null && <Problem error={error} />}
        <Add own={own} busy={busy} onAdd={(synonym) => void save([...own, synonym])} />
      </Section>
      <Known />
    </>
  );
}

interface LineProps {
  readonly synonym: Synonyms[number];
  readonly onStatus: (status: EmploymentStatus) => void;
  readonly onRemove: () => void;
}

function Line({ synonym, onStatus, onRemove }: LineProps): ReactNode {
  const { t } = useTranslation();
  const { words } = synonym;
  return (
    <li className="n-status-line">
      <span className="n-row-text n-clip">{words}</span>
      <StatusSelect
        label={`${t('roster.statusWords.status')}: ${words}`}
        value={synonym.status}
        onChange={onStatus}
        hidden
      />
      <ActionIcon aria-label={t('roster.statusWords.remove', { words })} onClick={onRemove}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}

function Add({
  own,
  busy,
  onAdd,
}: {
  own: Synonyms;
  busy: boolean;
  onAdd: (synonym: Synonyms[number]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [status, setStatus] = useState<EmploymentStatus>('PTT');
  const plain = wordsOf(words);
  const twice = own.some((other) => wordsOf(other.words) === plain);
  const known = Object.hasOwn(STATUS_SYNONYMS, plain) ? STATUS_SYNONYMS[plain] : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (plain === '' || twice) return;
    onAdd({ words: words.trim(), status });
    setWords('');
  };
  return (
    <form className="n-status-add" onSubmit={submit}>
      <TextInput
        label={t('roster.statusWords.words')}
        description={
          known === undefined
            ? t('roster.statusWords.wordsHint')
            : t('roster.statusWords.isKnown', { status: t(`names.employment.${known}`) })
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={twice ? t('roster.statusWords.twice') : undefined}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={200}
      />
      <StatusSelect label={t('roster.statusWords.status')} value={status} onChange={setStatus} />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={16} />}
        loading={busy}
        disabled={plain === '' || twice}
      >
        {t('roster.statusWords.add')}
      </Button>
    </form>
  );
}

function StatusSelect({
  label,
  value,
  onChange,
  hidden = false,
}: {
  label: string;
  value: EmploymentStatus;
  onChange: (status: EmploymentStatus) => void;
  /** The label is only read. */
  hidden?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      {...(hidden ? { 'aria-label': label } : { label })}
      w={200}
      allowDeselect={false}
      data={choices(EMPLOYMENT_STATUSES, (status) => t(`names.employment.${status}`))}
      value={value}
      onChange={(next) => {
        const status = EMPLOYMENT_STATUSES.find((listed) => listed === next);
        if (status !== undefined) onChange(status);
      }}
    />
  );
}

function Known(): ReactNode {
  const { t } = useTranslation();
  const rows = EMPLOYMENT_STATUSES.map((status): [string, string] => [
    t(`names.employment.${status}`),
    Object.entries(STATUS_SYNONYMS)
      .filter(([, of]) => of === status)
      .map(([words]) => words)
      .join(', '),
  ]);
  return (
    <Section title={t('roster.statusWords.known')}>
      <p className="n-quiet n-status-text">{t('roster.statusWords.knownText')}</p>
      <Facts rows={rows} />
    </Section>
  );
}
