/** A document's signatures: the level beside it, and a dialog to add one, raise it, or take over what was signed outside. */
import { ActionIcon, Button, Group, Modal, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { JobState } from '#shared/contract/app.ts';
import {
  type DocumentSignatures,
  documentSignatures,
  raisedLevel,
  SIGNATURE_LEVELS,
} from '#shared/contract/signatures.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { call } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useErrorWords } from '../../i18n/errors.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Mark, Notice } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { useSignerChoice } from './signer-choice.tsx';

/** The level of one document, and the way to its dialog; `name` is what the document is called. */
export function SignatureState({ reportId, name }: { reportId: string; name: string }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useOperation('signatures.list', {});
  const row = data?.rows.find((one) => one.reportId === reportId);
  return (
    <>
      {row !== undefined && (
        <Mark tone={row.state === 'waiting' ? 'waiting' : 'quiet'}>
          {row.state === 'waiting' ? t('signatures.waiting') : row.level}
        </Mark>
      )}
      <Tooltip label={t('signatures.manage')}>
        <ActionIcon onClick={() => setOpen(true)} aria-label={`${t('signatures.manage')}: ${name}`}>
          <IconSignature size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {open && <SignatureDialog reportId={reportId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Raises all that wait; nothing when none does. */
export function RaiseWaitingButton(): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, run } = useAction();
  const { data } = useOperation('signatures.list', {});
  if (data?.rows.some(({ state }) => state === 'waiting') !== true) return null;
  const raise = (): void =>
    void run(async () => {
      const shape = z.strictObject({ raised: z.number(), waiting: z.number() });
      await runJob('signatures.raiseWaiting', {}, shape).then(
        (done) => notify.done(t('signatures.raisedWaiting', done)),
        notify.failed,
      );
    });
  return (
    <Button variant="default" loading={busy} onClick={raise}>
      {t('signatures.raiseWaiting')}
    </Button>
  );
}

type Part = 'look' | 'sign';

function SignatureDialog({
  reportId,
  name,
  onClose,
}: {
  reportId: string;
  name: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('signatures.list', { reportId });
  const [part, setPart] = useState<Part>('look');
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${t('signatures.title')} · ${name}`}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Answer of={list}>
        {({ rows: [row] }) =>
          row === undefined ? null : part === 'sign' ? (
            <SignForm reportId={reportId} onDone={() => setPart('look')} />
          ) : (
            <Look row={row} onSign={() => setPart('sign')} />
          )
        }
      </Answer>
    </Modal>
  );
}

function Look({ row, onSign }: { row: DocumentSignatures; onSign: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [job, setJob] = useState<JobState | null>(null);
  const [doing, setDoing] = useState('');
  const { busy, error, run } = useAction();
  const accept = (): void =>
    void call('app.chooseFiles', { purpose: 'pdf' }).then(({ files: [file] }) => {
      if (file === undefined) return;
      setDoing(t('signatures.accepting'));
      void run(async () => {
        await runJob(
          'signatures.acceptOutside',
          { reportId: row.reportId, file: file.token },
          documentSignatures,
          setJob,
        );
        notify.done(t('signatures.accepted'));
      });
    }, notify.failed);
  const raise = (to: z.infer<typeof raisedLevel>): void => {
    setDoing(t('signatures.raising'));
    void run(async () => {
      const { level } = await runJob('signatures.raise', { reportId: row.reportId, to }, documentSignatures, setJob);
      notify.done(t('signatures.raised', { level }));
    });
  };
  return (
    <Stack gap="md">
      <Standing row={row} />
      {error !== null && <Problem error={error} />}
      {busy ? (
        <JobProgress label={doing} state={job} />
      ) : (
        <>
          <Raise row={row} onRaise={raise} />
          <Group gap="xs">
            <Button variant="default" onClick={onSign}>
              {t('signatures.add')}
            </Button>
            <Tooltip label={t('signatures.acceptText')} multiline maw={320}>
              <Button variant="default" onClick={accept}>
                {t('signatures.accept')}
              </Button>
            </Tooltip>
          </Group>
        </>
      )}
      <Versions row={row} />
    </Stack>
  );
}

function Standing({ row }: { row: DocumentSignatures }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useErrorWords();
  const { level, wanted, problem } = row;
  const code = ERROR_CODES.find((one) => one === problem?.code);
  return (
    <>
      <div>
        <Text fw={600}>{t(`signatures.level.${level}`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`signatures.levelText.${level}`)}
        </Text>
      </div>
      {wanted !== null && (
        <Notice tone="waiting">
          {[
            t('signatures.waitingFor', { level: wanted }),
            problem === null ? '' : t('signatures.lastTried', { at: format.brief(problem.at) }),
            code === undefined ? '' : words(new AppError(code)),
          ]
            .filter((part) => part !== '')
            .join('. ')}
        </Notice>
      )}
    </>
  );
}

function Raise({
  row,
  onRaise,
}: {
  row: DocumentSignatures;
  onRaise: (to: z.infer<typeof raisedLevel>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const reachable = raisedLevel.options.filter(
    (level) => SIGNATURE_LEVELS.indexOf(level) > SIGNATURE_LEVELS.indexOf(row.level),
  );
  const levels = reachable.length === 0 ? (['B-LTA'] as const) : reachable;
  const [wanted, setWanted] = useState<string>('B-LTA');
  const to = levels.find((level) => level === wanted) ?? 'B-LTA';
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <Select
          label={t('signatures.raiseTo')}
          data={levels.map((level) => ({ value: level, label: t(`signatures.level.${level}`) }))}
          value={to}
          onChange={(value) => setWanted(value ?? 'B-LTA')}
          allowDeselect={false}
        />
        <Button onClick={() => onRaise(to)}>
          {t(reachable.length === 0 ? 'signatures.renew' : 'signatures.raise')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        {t('signatures.network')}
      </Text>
    </div>
  );
}

function Versions({ row }: { row: DocumentSignatures }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <h3 className="n-versions-title">{t('signatures.versions')}</h3>
      <ul className="n-rows n-card">
        {row.versions.toReversed().map(({ version, cause, at, user, level, signer, sha256, bytes }) => (
          <li key={version} className="n-document">
            <div className="n-row-text">
              <div className="n-clip">
                {version} · {t(`signatures.cause.${cause}`)} · {level}
                {signer !== null && <span className="n-quiet"> · {signer}</span>}
              </div>
              <div className="n-meta n-clip">
                {format.brief(at)} · {user} · {format.bytes(bytes)} · <Hash value={sha256} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignForm({ reportId, onDone }: { reportId: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { choice, fields } = useSignerChoice();
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (choice === null) return;
    void run(async () => {
      await runJob('signatures.sign', { reportId, signature: choice }, documentSignatures, setJob);
      notify.done(t('signatures.added'));
      onDone();
    });
  };
  if (busy) return <JobProgress label={t('signatures.adding')} state={job} />;
  return (
    <form onSubmit={submit}>
      <Text size="sm" c="dimmed" mb="md">
        {t('signatures.addText')}
      </Text>
      {fields}
      {error !== null && <Problem error={error} />}
      <DialogButtons busy={busy} disabled={choice === null} label={t('signatures.add')} onClose={onDone} />
    </form>
  );
}
