/** Taking in a report from the public: a file or pasted text, looked through, corrected, and handed on to be registered. */
import { Button, Group, Modal, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { DateOrder } from '#shared/contract/report-intake-job.ts';
import type { IntakeFiling } from '#shared/contract/report-intake.ts';
import { useAction } from '../../../ui/dialogs.tsx';
import { useFormat } from '../../../ui/format.ts';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { Mark, Notice } from '../../../ui/marks.tsx';
import { Problem } from '../../../ui/states.tsx';
import { DraftForm } from './draft-form.tsx';
import { DraftList } from './draft-list.tsx';
import { MessageList } from './message-list.tsx';
import { countChosen } from './selection.ts';
import { SourceStep } from './source-step.tsx';
import { TableColumns } from './table-columns.tsx';
import { type Intake, type IntakeMatter, useIntake } from './use-intake.ts';
import { Warnings } from './warnings.tsx';
import './intake.css';

interface IntakeDialogProps {
  /** A file that was dropped on the page already. */
  readonly file?: ChosenFile | undefined;
  /** Registers what was chosen and tells how far it is; what it throws is shown and the dialog stays open. */
  readonly onFile: (filing: IntakeFiling, onState: (state: JobState) => void) => Promise<void>;
  readonly onClose: () => void;
}

export function IntakeDialog({ file, onFile, onClose }: IntakeDialogProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const intake = useIntake(file);
  const { busy, error, run } = useAction();
  const [filingJob, setFilingJob] = useState<JobState | null>(null);
  const { matter, filing } = intake;
  const register = (): void =>
    void run(async () => {
      if (matter === null || filing === null) return;
      await onFile(filing, setFilingJob);
      onClose();
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reportIntake.title')}
      size={matter === null ? 720 : 1160}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="n-intake">
        {matter !== null && <Head matter={matter} intake={intake} />}
        {intake.error !== null && <Problem error={intake.error} />}
        {intake.busy && intake.job !== null && <JobProgress label={t('names.job.report-intake')} state={intake.job} />}
        {matter === null ? (
          <SourceStep onFile={(chosen) => intake.read({ file: chosen })} onText={(text) => intake.read({ text })} />
        ) : (
          <Matter matter={matter} intake={intake} />
        )}
        {error !== null && <Problem error={error} />}
        {busy && <JobProgress label={t('reportIntake.registering')} state={filingJob} />}
        <Group justify="flex-end" gap="xs" className="n-intake-foot">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {matter !== null && (
            <Button loading={busy} disabled={filing === null || intake.busy} onClick={register}>
              {t('reportIntake.register', { n: format.number(filing?.reports.length ?? 0) })}
            </Button>
          )}
        </Group>
      </div>
    </Modal>
  );
}

/** What the file is, and the way to another one. */
function Head({ matter, intake }: { matter: IntakeMatter; intake: Intake }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { look } = matter;
  return (
    <div className="n-intake-head">
      <Mark tone="info">{t(`reportIntake.kind.${look.kind}`)}</Mark>
      <span className="n-intake-name">{look.name === '' ? t('reportIntake.pasted') : look.name}</span>
      <span className="n-meta" title={look.sha256}>
        {format.bytes(look.bytes)} · SHA-256 <span className="n-mono">{look.sha256.slice(0, 8)}…</span>
      </span>
      {look.kind !== 'text' && (
        <Button variant="subtle" size="compact-sm" onClick={() => intake.read(matter.input, { asText: true })}>
          {t('reportIntake.asText')}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={intake.restart}>
        {t('reportIntake.other')}
      </Button>
    </div>
  );
}

function Matter({ matter, intake }: { matter: IntakeMatter; intake: Intake }): ReactNode {
  const { t } = useTranslation();
  const { look, drafts } = matter;
  return (
    <>
      {look.registered.length > 0 && (
        <Notice tone="waiting">
          {t('reportIntake.registered', { numbers: look.registered.map(({ number }) => number).join(', ') })}
        </Notice>
      )}
      <Warnings of={look.warnings} />
      {look.table !== null && look.warnings.some(({ code }) => code === 'DATE_ORDER_UNSURE') && (
        <OrderAsk matter={matter} intake={intake} guess="dmy" orders={['dmy', 'mdy']} />
      )}
      {look.table !== null && (
        <TableColumns
          key={look.readingId}
          table={look.table}
          busy={intake.busy}
          onRead={(table) => intake.read(matter.input, { ...matter.options, table })}
        />
      )}
      <div className="n-intake-panes" data-two={look.kind === 'chat' || drafts.length > 1 || undefined}>
        {look.kind === 'chat' && <Chat matter={matter} intake={intake} />}
        {look.kind !== 'chat' && drafts.length > 1 && (
          <DraftList
            drafts={drafts}
            taken={intake.taken}
            open={intake.open}
            onOpen={intake.openDraft}
            onTake={intake.take}
          />
        )}
        {intake.draft !== undefined && intake.choice !== undefined ? (
          <DraftForm
            draft={intake.draft}
            choice={intake.choice}
            attachments={look.attachments}
            onChange={intake.change}
          />
        ) : (
          <Waiting matter={matter} />
        )}
      </div>
    </>
  );
}

/** What to do next, where there is no draft yet. */
function Waiting({ matter: { look } }: { matter: IntakeMatter }): ReactNode {
  const { t } = useTranslation();
  if (look.kind === 'chat') return <p className="n-intake-hint">{t('reportIntake.chooseMessages')}</p>;
  return (
    <p className="n-intake-hint">
      {t(look.table?.headerRow === null ? 'reportIntake.chooseHeader' : 'reportIntake.noRows')}
    </p>
  );
}

interface OrderAskProps {
  readonly matter: IntakeMatter;
  readonly intake: Intake;
  /** How the days were read. */
  readonly guess: DateOrder;
  readonly orders: readonly DateOrder[];
}

/** Which of the figures is the day, where the file does not tell. */
function OrderAsk({ matter: { input, options }, intake, guess, orders }: OrderAskProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice tone="waiting">
      <Select
        label={t('reportIntake.orderAsk')}
        data={orders.map((order) => ({ value: order, label: t(`reportIntake.order.${order}`) }))}
        value={options.order ?? null}
        placeholder={t('reportIntake.orderGuess', { order: t(`reportIntake.order.${guess}`) })}
        onChange={(value) => {
          const order = orders.find((one) => one === value);
          if (order !== undefined) intake.read(input, { ...options, order });
        }}
      />
    </Notice>
  );
}

function Chat({ matter, intake }: { matter: IntakeMatter; intake: Intake }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [composed, setComposed] = useState(intake.selection.ranges);
  const { look } = matter;
  const chosen = countChosen(intake.selection);
  const { chat } = look;
  if (chat === null) return null;
  const compose = (): void => {
    setComposed(intake.selection.ranges);
    intake.compose();
  };
  return (
    <section className="n-intake-chat" aria-label={t('reportIntake.messages')}>
      {!chat.orderSure && <OrderAsk matter={matter} intake={intake} guess={chat.order} orders={chat.orders} />}
      <MessageList look={look} selection={intake.selection} onSelect={intake.select} />
      <Group justify="space-between" gap="xs">
        <span className="n-meta" role="status">
          {t('reportIntake.chosen', { n: format.number(chosen), total: format.number(look.messages) })}
          {composed !== intake.selection.ranges && matter.drafts.length > 0 && ` · ${t('reportIntake.notComposed')}`}
        </span>
        <Button variant="default" disabled={chosen === 0} loading={intake.busy} onClick={compose}>
          {t('reportIntake.compose')}
        </Button>
      </Group>
      <p className="n-meta">{t('reportIntake.keys')}</p>
    </section>
  );
}
