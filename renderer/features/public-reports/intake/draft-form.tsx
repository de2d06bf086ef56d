/** One report before it is registered: what was reported, and apart from it who reported. */
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeAttachment, IntakeChoice, IntakeDraft } from '#shared/contract/report-intake-job.ts';
import { fromLocal, missingOf } from '#shared/domain/public-reports/proposed-choice.ts';
import { useFormat } from '../../../ui/format.ts';
import { Mark } from '../../../ui/marks.tsx';
import { NOBODY, toLocal } from './choice.ts';
import { Proposals } from './proposals.tsx';
import { Warnings } from './warnings.tsx';

interface DraftFormProps {
  readonly draft: IntakeDraft;
  readonly choice: IntakeChoice;
  readonly attachments: readonly IntakeAttachment[];
  readonly onChange: (choice: IntakeChoice) => void;
}

export function DraftForm(props: DraftFormProps): ReactNode {
  const { draft, choice, onChange } = props;
  const { t } = useTranslation();
  const { zone } = useFormat();
  const missing = missingOf(choice);
  const field = (name: 'title' | 'respondent' | 'account' | 'location') => ({
    label: t(`reportIntake.field.${name}`),
    value: choice[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...choice, [name]: event.currentTarget.value }),
    maxLength: 500,
  });
  return (
    <div className="n-intake-form">
      <Warnings of={draft.warnings} />
      <TextInput {...field('title')} error={missing === 'title' && t('reportIntake.titleNeeded')} required />
      <Textarea
        label={t('reportIntake.field.text')}
        value={choice.text}
        onChange={(event) => onChange({ ...choice, text: event.currentTarget.value })}
        error={missing === 'text' && t('reportIntake.textNeeded')}
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={14}
      />
      <Proposals of={draft.proposals} choice={choice} onChange={onChange} />
      <div className="n-intake-pair">
        <TextInput {...field('respondent')} />
        <TextInput {...field('account')} />
        <TextInput
          type="date"
          label={t('reportIntake.field.eventDay')}
          value={choice.eventDay ?? ''}
          onChange={(event) => onChange({ ...choice, eventDay: event.currentTarget.value || null })}
        />
        <TextInput {...field('location')} />
        <TextInput
          type="datetime-local"
          label={t('reportIntake.field.received')}
          description={
            draft.received === null ? undefined : t('reportIntake.asStated', { written: draft.received.written })
          }
          inputWrapperOrder={['label', 'input', 'description']}
          value={toLocal(choice.receivedAt, zone)}
          onChange={(event) => onChange({ ...choice, receivedAt: fromLocal(event.currentTarget.value, zone) })}
        />
      </div>
      <Attachments {...props} />
      <ReporterPart {...props} />
    </div>
  );
}

function Attachments({ draft, choice, attachments, onChange }: DraftFormProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const own = attachments.filter(({ id }) => draft.attachments.includes(id));
  if (own.length === 0) return null;
  const toggle = (id: string, taken: boolean): void =>
    onChange({
      ...choice,
      attachments: taken ? [...choice.attachments, id] : choice.attachments.filter((one) => one !== id),
    });
  return (
    <fieldset className="n-intake-files">
      <legend>{t('reportIntake.files', { n: format.number(own.length) })}</legend>
      {own.map(({ id, name, bytes, mime, sha256, state }) => (
        <div key={id} className="n-intake-file">
          <Checkbox
            label={name}
            checked={choice.attachments.includes(id)}
            disabled={state !== 'whole'}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
          {state === 'whole' ? (
            <span className="n-meta" title={sha256 ?? ''}>
              {mime} · {format.bytes(bytes)} · <span className="n-mono">{sha256?.slice(0, 8)}</span>
            </span>
          ) : (
            <Mark tone="problem">{t(`reportIntake.fileState.${state}`)}</Mark>
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** Kept apart from the report: here it is seen because it is just being received. */
function ReporterPart({ draft, choice, onChange }: DraftFormProps): ReactNode {
  const { t } = useTranslation();
  const { reporter } = choice;
  const input = (name: 'name' | 'phone' | 'email' | 'address') => ({
    label: t(`reportIntake.reporter.${name}`),
    value: reporter?.[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...choice, reporter: { ...(reporter ?? NOBODY), [name]: event.currentTarget.value } }),
    maxLength: 500,
    autoComplete: 'off',
  });
  return (
    <fieldset className="n-intake-reporter">
      <legend>{t('reportIntake.reporter.title')}</legend>
      <p className="n-meta">{t('reportIntake.reporter.text')}</p>
      <Checkbox
        label={t('reportIntake.reporter.anonymous')}
        checked={reporter === null}
        onChange={(event) => onChange({ ...choice, reporter: event.currentTarget.checked ? null : { ...NOBODY } })}
      />
      {reporter !== null && (
        <div className="n-intake-pair">
          <TextInput {...input('name')} />
          <TextInput {...input('phone')} />
          <TextInput {...input('email')} />
          <TextInput {...input('address')} />
        </div>
      )}
      {draft.sender.notes !== '' && (
        <details>
          <summary>{t('reportIntake.reporter.notes')}</summary>
          <pre className="n-intake-notes">{draft.sender.notes}</pre>
        </details>
      )}
    </fieldset>
  );
}
