/** The outcome that was given last: taken back with one key, its note and evidence put right, a counter-reason offered. */
import { Button, Group, Kbd, Modal, Stack, Textarea } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Look, Work } from '#shared/contract/monitoring.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { EvidencePicker } from '../../ui/evidence-picker.tsx';
import { useFormat } from '../../ui/format.ts';
import { Problem } from '../../ui/states.tsx';
import { OutcomeMark } from './round-marks.tsx';

interface LatestLookProps {
  readonly latest: NonNullable<Work['latest']>;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly counterReason: (accountId: string, onClose: () => void) => ReactNode;
}

export function LatestLook({ latest: { look, item }, canUndo, onUndo, counterReason }: LatestLookProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<'amend' | 'counter' | null>(null);
  const close = (): void => setOpen(null);
  const { account } = item;
  return (
    <section className="n-mon-latest" aria-label={t('monitoring.work.latest')}>
      <div className="n-mon-latest-text">
        <span className="n-meta">{t('monitoring.work.latest')}:</span> <b>{item.employee.name}</b>{' '}
        <span className="n-quiet">{account === null ? '' : `${account.platform} ${account.handle}`}</span>{' '}
        <OutcomeMark outcome={look.outcome} />
        <span className="n-meta">
          {format.time(look.at)} · {look.by}
          {look.evidence !== null && ` · ${look.evidence.number}`}
          {look.note !== '' && ` · ${look.note}`}
        </span>
        {look.outcome === 'not-person' && <p className="n-meta">{t('monitoring.work.counterText')}</p>}
      </div>
      <Group gap="xs" wrap="nowrap">
        {look.outcome === 'not-person' && account !== null && (
          <Button variant="light" size="xs" onClick={() => setOpen('counter')}>
            {t('monitoring.work.counter')}
          </Button>
        )}
        <Button variant="default" size="xs" onClick={() => setOpen('amend')}>
          {t('monitoring.work.amend')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowBackUp size={14} />}
          rightSection={<Kbd size="xs">Z</Kbd>}
          disabled={!canUndo}
          onClick={onUndo}
        >
          {t('monitoring.work.undo')}
        </Button>
      </Group>
      {open === 'amend' && <AmendDialog look={look} onClose={close} />}
      {open === 'counter' && account !== null && counterReason(account.id, close)}
    </section>
  );
}

/** The note and, where something was captured, the evidence of an outcome. */
export function AmendDialog({ look, onClose }: { look: Look; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [note, setNote] = useState(look.note);
  const [evidenceId, setEvidenceId] = useState(look.evidence?.id ?? null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('monitoring.amend', { lookId: look.id, note, evidenceId });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('monitoring.work.amendTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('monitoring.work.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={2_000}
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
          />
          {look.outcome === 'captured' && (
            <EvidencePicker
              label={t('monitoring.work.evidence')}
              hint={
                look.evidence === null
                  ? t('monitoring.work.evidenceHint')
                  : `${look.evidence.number} · ${look.evidence.title}`
              }
              value={evidenceId}
              onChange={setEvidenceId}
            />
          )}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
