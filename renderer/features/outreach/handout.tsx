/** The handout as a page to read: each statement with its references and how far they are verified. */
import { Button, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verificationState } from '#shared/contract/cases.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { HandoutBasis } from '#shared/contract/outreach-handout.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Mark, Notice } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { Answer, Problem } from '../../ui/states.tsx';

type Handout = OutputOf<'outreach.handout'>;
type Statement = Handout['parts'][number]['statements'][number];

/** The part. */
export function HandoutPart({ onPdf }: { onPdf: () => void }): ReactNode {
  const handout = useOperation('outreach.handout', {});
  return <Answer of={handout}>{(value) => <Filled handout={value} onPdf={onPdf} />}</Answer>;
}

function Filled({ handout, onPdf }: { handout: Handout; onPdf: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-outreach-handout">
      <div className="n-outreach-handout-head">
        <Notice tone={handout.unverified === 0 ? 'done' : 'waiting'}>
          {handout.unverified === 0
            ? t('outreach.handout.allVerified')
            : t('outreach.handout.note', { n: handout.unverified })}
        </Notice>
        <Button leftSection={<IconFileText size={16} />} onClick={onPdf}>
          {t('outreach.handout.pdf')}
        </Button>
      </div>
      {/* The handout is an official text: Indonesian in either language of the app. */}
      <article lang="id">
        <h2>{handout.title}</h2>
        {handout.lead.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {handout.parts.map((part) => (
          <section key={part.key} aria-label={part.title}>
            <h3>{part.title}</h3>
            {part.lead !== '' && <p>{part.lead}</p>}
            <ul>
              {part.statements.map((statement) => (
                <li key={statement.text}>
                  <StatementLine of={statement} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {handout.closing.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </article>
      <Bases />
    </div>
  );
}

function StatementLine({ of: { text, of, references, verified } }: { of: Statement }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {of !== null && <b>{of}: </b>}
      {text}
      {references.length > 0 && (
        <details>
          <summary>
            <Mark tone={verified ? 'done' : 'waiting'}>
              {t(verified ? 'outreach.handout.verified' : 'outreach.handout.unverified')}
            </Mark>
          </summary>
          <ul>
            {references.map(({ key, text: words, verification }) => (
              <li key={key} className="n-meta">
                {/^(KE|D)-/.test(key) && <b>{key} </b>}
                {words} ({t(`names.verification.${verification}`)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Bases(): ReactNode {
  const { t } = useTranslation();
  const bases = useOperation('outreach.bases', {});
  const [editing, setEditing] = useState<HandoutBasis | null>(null);
  return (
    <section aria-label={t('outreach.handout.basis')}>
      <h3>{t('outreach.handout.basis')}</h3>
      <p className="n-meta">{t('outreach.handout.legal')}</p>
      <ul className="n-rows n-card">
        {(bases.data?.rows ?? []).map((basis) => (
          <li key={basis.key} className="n-outreach-row">
            <div className="n-row-text" lang="id">
              {basis.text}
            </div>
            <Mark tone={basis.verification === 'diverifikasi' ? 'done' : 'waiting'}>
              {t(`names.verification.${basis.verification}`)}
            </Mark>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('outreach.handout.edit', { key: basis.text })}
              onClick={() => setEditing(basis)}
            >
              {t('outreach.act.edit')}
            </Button>
          </li>
        ))}
      </ul>
      {editing !== null && <BasisForm basis={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function BasisForm({ basis, onClose }: { basis: HandoutBasis; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(basis.text);
  const [sourceUrl, setSource] = useState(basis.sourceUrl ?? '');
  const [verification, setVerification] = useState(basis.verification);
  const [verifiedBy, setBy] = useState(basis.verifiedBy ?? '');
  const [verifiedAt, setAt] = useState(basis.verifiedAt ?? '');
  const { busy, error, run } = useAction();
  const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('outreach.saveBasis', {
        key: basis.key,
        text: text.trim(),
        sourceUrl: orNull(sourceUrl),
        verification,
        verifiedBy: orNull(verifiedBy),
        verifiedAt: orNull(verifiedAt),
      });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('outreach.handout.editTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('outreach.handout.text')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={1_000}
            required
            data-autofocus
          />
          <TextInput
            label={t('outreach.handout.source')}
            value={sourceUrl}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Select
            label={t('outreach.handout.state')}
            data={choices(verificationState.options, (state) => t(`names.verification.${state}`))}
            value={verification}
            onChange={(value) =>
              setVerification(verificationState.options.find((state) => state === value) ?? verification)
            }
            allowDeselect={false}
          />
          <TextInput
            label={t('outreach.handout.by')}
            value={verifiedBy}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('outreach.handout.day')}
            value={verifiedAt}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={text.trim() === ''} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
