/** Noting signatures: which declaration, when, in which session; by whom, typed in or from a file. */
import { Button, CloseButton, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { EmployeeRow } from '#shared/contract/roster.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';
import { FileDialog } from './file-dialog.tsx';
import { QuickPerson } from './quick-person.tsx';

interface PledgeFormProps {
  readonly by: 'people' | 'file';
  readonly onClose: () => void;
}

/** The dialog; from a file it asks for the file next. */
export function PledgeForm({ by, onClose }: PledgeFormProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const kinds = useOperation('outreach.pledgeKinds', {});
  const sessions = useOperation('outreach.list', { state: 'held', limit: 200 });
  const [kind, setKind] = useState<string | null>(null);
  const [signedOn, setSignedOn] = useState('');
  const [sessionId, setSessionId] = useState<string | null>(null);
  const [people, setPeople] = useState<readonly EmployeeRow[]>([]);
  const [scan, setScan] = useState<ChosenFile | null>(null);
  const [note, setNote] = useState('');
  const [reading, setReading] = useState(false);
  const { busy, error, run } = useAction();
  const chosen = kinds.data?.rows.find(({ code }) => code === kind);
  const ready = kind !== null && signedOn !== '' && (by === 'file' || people.length > 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (kind === null || !ready) return;
    if (by === 'file') {
      setReading(true);
      return;
    }
    void run(async () => {
      const { added, already } = await call('outreach.addPledges', {
        ...{ kind, signedOn, sessionId, note },
        employeeIds: people.map(({ id }) => id),
        scan: scan?.token ?? null,
      });
      notify.done(t('outreach.pledges.form.done', { added: format.number(added), already: format.number(already) }));
      onClose();
    });
  };
  if (reading && kind !== null)
    return <FileDialog target={{ purpose: 'pledge', kind, signedOn, sessionId }} onClose={onClose} />;
  return (
    <Modal
      opened
      onClose={onClose}
      size={600}
      title={t('outreach.pledges.form.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="start">
            <Select
              label={t('outreach.pledges.form.kind')}
              description={
                chosen !== undefined && chosen.verification !== 'diverifikasi'
                  ? t('outreach.pledges.form.kindUnverified', { state: t(`names.verification.${chosen.verification}`) })
                  : undefined
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={(kinds.data?.rows ?? [])
                .filter(({ inUse }) => inUse)
                .map(({ code, label }) => ({ value: code, label }))}
              value={kind}
              onChange={setKind}
              data-autofocus
            />
            <TextInput
              type="date"
              label={t('outreach.pledges.form.day')}
              value={signedOn}
              onChange={(event) => setSignedOn(event.currentTarget.value)}
            />
          </Group>
          <Select
            label={t('outreach.pledges.form.session')}
            placeholder={t('outreach.pledges.form.noSession')}
            data={(sessions.data?.rows ?? []).map(({ id, number, topic }) => ({
              value: id,
              label: `${number} ${topic}`,
            }))}
            value={sessionId}
            onChange={setSessionId}
            searchable
            clearable
          />
          {by === 'people' && (
            <>
              <QuickPerson
                label={t('outreach.pledges.form.people')}
                onPick={(person) =>
                  setPeople((before) => (before.some(({ id }) => id === person.id) ? before : [...before, person]))
                }
              />
              <Chosen people={people} onRemove={(id) => setPeople(people.filter((person) => person.id !== id))} />
              <div className="n-outreach-scan">
                <DropField
                  title={scan?.name ?? t('outreach.pledges.form.scan')}
                  text={t('outreach.pledges.form.scanText')}
                  purpose="evidence"
                  onFiles={([file]) => setScan(file ?? null)}
                />
              </div>
              <TextInput
                label={t('outreach.pledges.form.note')}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
                maxLength={500}
              />
            </>
          )}
          {error !== null && <Problem error={error} />}
        </Stack>
        {by === 'file' ? (
          <Group justify="flex-end" gap="xs" className="n-dialog-foot">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!ready}>
              {t('outreach.pledges.form.next')}
            </Button>
          </Group>
        ) : (
          <DialogButtons
            busy={busy}
            disabled={!ready}
            label={t('outreach.pledges.form.submit', { n: format.number(people.length) })}
            onClose={onClose}
          />
        )}
      </form>
    </Modal>
  );
}

function Chosen({ people, onRemove }: { people: readonly EmployeeRow[]; onRemove: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  if (people.length === 0) return <p className="n-meta">{t('outreach.pledges.form.nobody')}</p>;
  return (
    <ul className="n-rows n-card n-outreach-rows">
      {people.map(({ id, name, unit }) => (
        <li key={id} className="n-outreach-row">
          <div className="n-row-text">
            {name} <span className="n-meta">{unit}</span>
          </div>
          <CloseButton
            size="sm"
            aria-label={t('outreach.pledges.form.remove', { name })}
            onClick={() => onRemove(id)}
          />
        </li>
      ))}
    </ul>
  );
}
