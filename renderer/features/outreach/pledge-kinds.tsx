/** Kinds of declarations: what they are called, what their signers declare, where the wording comes from and how far it was checked. */
import { Button, Checkbox, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verificationState } from '#shared/contract/cases.ts';
import type { PledgeKind } from '#shared/contract/outreach-pledges.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Answer, Problem } from '../../ui/states.tsx';

/** The list, and one of them to be changed or added. */
export function PledgeKindsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const kinds = useOperation('outreach.pledgeKinds', {});
  const [editing, setEditing] = useState<PledgeKind | 'new' | null>(null);
  const taken = (kinds.data?.rows ?? []).map(({ code }) => code);
  return (
    <Modal
      opened
      onClose={onClose}
      size={600}
      title={t('outreach.kinds.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {editing === null ? (
        <Answer of={kinds}>
          {({ rows }) => (
            <Stack gap="sm">
              <ul className="n-rows">
                {rows.map((kind) => (
                  <li key={kind.code} className="n-outreach-row" data-off={!kind.inUse || undefined}>
                    <div className="n-row-text">
                      <b>{kind.label}</b>
                      <div className="n-meta">
                        {t(`names.verification.${kind.verification}`)}
                        {!kind.inUse && ` · ${t('outreach.kinds.notUsed')}`}
                        {kind.source !== '' && ` · ${kind.source}`}
                      </div>
                    </div>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`${t('outreach.kinds.edit')}: ${kind.label}`}
                      onClick={() => setEditing(kind)}
                    >
                      {t('outreach.kinds.edit')}
                    </Button>
                  </li>
                ))}
              </ul>
              <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
                {t('outreach.kinds.add')}
              </Button>
            </Stack>
          )}
        </Answer>
      ) : (
        <KindForm kind={editing === 'new' ? null : editing} taken={taken} onClose={() => setEditing(null)} />
      )}
    </Modal>
  );
}

const NEW: Omit<PledgeKind, 'code'> = { label: '', points: [], source: '', verification: 'ingatan', inUse: true };

function KindForm({
  kind,
  taken,
  onClose,
}: {
  kind: PledgeKind | null;
  taken: readonly string[];
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState<Omit<PledgeKind, 'code'>>(kind ?? NEW);
  const [points, setPoints] = useState(values.points.join('\n'));
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const label = values.label.trim();
  const sourceNeeded = values.verification === 'diverifikasi' && values.source.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (label === '' || sourceNeeded) return;
    void run(async () => {
      await call('outreach.savePledgeKind', {
        ...values,
        code: kind?.code ?? newCode(label, taken),
        label,
        points: points.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      });
      onClose();
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('outreach.kinds.label')}
          value={values.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
          maxLength={200}
          data-autofocus
        />
        <Textarea
          label={t('outreach.kinds.points')}
          description={t('outreach.kinds.pointsHelp')}
          value={points}
          onChange={(event) => setPoints(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={8}
        />
        <TextInput
          label={t('outreach.kinds.source')}
          value={values.source}
          onChange={(event) => change({ source: event.currentTarget.value })}
          maxLength={1_000}
          error={sourceNeeded ? t('outreach.kinds.sourceNeeded') : undefined}
        />
        <Select
          label={t('outreach.kinds.verification')}
          data={choices(verificationState.options, (state) => t(`names.verification.${state}`))}
          value={values.verification}
          allowDeselect={false}
          onChange={(value) =>
            change({
              verification: verificationState.options.find((state) => state === value) ?? values.verification,
            })
          }
        />
        <Checkbox
          label={t('outreach.kinds.inUse')}
          checked={values.inUse}
          onChange={(event) => change({ inUse: event.currentTarget.checked })}
        />
        {error !== null && <Problem error={error} />}
      </Stack>
      <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
    </form>
  );
}

/** A kind keeps its code for good; a new one's is made of its name. */
function newCode(label: string, taken: readonly string[]): string {
  const words = label.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const made = `${words}_`.slice(0, 36).replace(/^_+|_+$/g, '');
  const base = made.length < 2 ? 'pernyataan' : made;
  for (let next = 1; ; next += 1) {
    const code = next === 1 ? base : `${base}_${next}`;
    if (!taken.includes(code)) return code;
  }
}
