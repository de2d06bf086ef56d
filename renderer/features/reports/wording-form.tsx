/** The words of one kind of document: changed, tried in the preview beside, kept, or set back. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { WordingText } from '#shared/contract/documents.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Answer, Problem } from '../../ui/states.tsx';

interface WordingFormProps {
  readonly document: DocumentKindName;
  /** Texts that differ from what is kept, by key. */
  readonly tried: Readonly<Record<string, string>>;
  readonly onTry: (texts: Record<string, string>) => void;
}

export function WordingForm({ document, tried, onTry }: WordingFormProps): ReactNode {
  const { t } = useTranslation();
  const wording = useOperation('documents.wording', { document });
  return (
    <Answer of={wording}>
      {({ texts }) => (
        <div>
          <p className="n-meta">{t('documents.wording.text')}</p>
          {texts.map((text) => (
            <OneText
              key={text.key}
              text={text}
              value={tried[text.key] ?? text.text}
              onChange={(value) => onTry(triedWith(tried, text, value))}
            />
          ))}
          <Keep document={document} texts={texts} tried={tried} onTry={onTry} />
        </div>
      )}
    </Answer>
  );
}

/** What is as it was before is no trial. */
function triedWith(tried: WordingFormProps['tried'], text: WordingText, value: string): Record<string, string> {
  const { [text.key]: _before, ...others } = tried;
  return value === text.text ? others : { ...others, [text.key]: value };
}

interface OneTextProps {
  readonly text: WordingText;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OneText({ text, value, onChange }: OneTextProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const changed = value !== text.standard;
  const hints = [
    ...(text.type === 'list' ? [t('documents.wording.oneEach')] : []),
    ...(text.fields.length === 0
      ? []
      : [t('documents.wording.fields', { fields: text.fields.map((field) => `{${field}}`).join(' ') })]),
  ];
  const label = `${text.label[language]}${changed ? ` (${t('documents.wording.changed')})` : ''}`;
  return (
    <div className="n-wording-text">
      <Textarea
        label={label}
        description={hints.length === 0 ? undefined : hints.join(' ')}
        autosize
        minRows={1}
        maxRows={14}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {changed && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${t('documents.wording.reset')}: ${text.label[language]}`}
          onClick={() => onChange(text.standard)}
        >
          {t('documents.wording.reset')}
        </Button>
      )}
    </div>
  );
}

function Keep({ document, texts, tried, onTry }: WordingFormProps & { texts: readonly WordingText[] }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const own = Object.fromEntries(texts.map(({ key, text }) => [key, text]));
  const keep = (kept: Record<string, string>): void =>
    void run(async () => {
      await call('documents.setWording', { document, texts: kept });
      onTry({});
      notify.done(t('documents.wording.saved'));
    });
  const isOwn = texts.some(({ text, standard }) => text !== standard);
  return (
    <Stack gap="sm" mt="md">
      {error !== null && <Problem error={error} />}
      <Group gap="xs">
        <Button
          variant="default"
          loading={busy}
          disabled={Object.keys(tried).length === 0}
          onClick={() => keep({ ...own, ...tried })}
        >
          {t('documents.wording.save')}
        </Button>
        {isOwn && (
          <Button variant="subtle" color="gray" disabled={busy} onClick={() => keep({})}>
            {t('documents.wording.resetAll')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
