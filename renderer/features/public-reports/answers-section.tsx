/** What the reporter was answered: when, by which way, by whom. */
import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconMessageReply } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerWay, type PublicReportPage } from '#shared/contract/public-reports.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { Thread } from '../../ui/thread.tsx';

/** Jawaban kepada pelapor. */
export function AnswersSection({ id, file }: { id: string; file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<{ withdraw: string | null } | null>(null);
  return (
    <Section
      id={id}
      title={t('publicReports.sections.answers')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconMessageReply size={15} />}
          onClick={() => setOpen({ withdraw: null })}
        >
          {t('publicReports.answer.add')}
        </Button>
      }
    >
      {file.answers.length === 0 ? (
        <p className="n-quiet">{t('publicReports.answer.none')}</p>
      ) : (
        <Thread
          label={t('publicReports.sections.answers')}
          knots={file.answers.map((answer) => ({
            key: answer.id,
            title: <span className="n-prose">{answer.text}</span>,
            ...(answer.withdrawn !== null && {
              detail: t('publicReports.answer.withdrawn', { reason: answer.withdrawn.reason }),
            }),
            meta: (
              <>
                {[
                  format.brief(answer.answeredAt),
                  t(`publicReports.value.channel.${answer.way}`),
                  answer.user,
                  answer.document?.number ?? '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}{' '}
                {answer.withdrawn === null && (
                  <Button variant="subtle" size="compact-xs" onClick={() => setOpen({ withdraw: answer.id })}>
                    {t('publicReports.answer.withdraw')}
                  </Button>
                )}
              </>
            ),
          }))}
        />
      )}
      {open !== null && open.withdraw === null && <AnswerDialog file={file} onClose={() => setOpen(null)} />}
      {open !== null && open.withdraw !== null && (
        <Withdrawal id={file.report.id} answerId={open.withdraw} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

function Withdrawal({ id, answerId, onClose }: { id: string; answerId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      title={t('publicReports.answer.withdraw')}
      text={t('publicReports.answer.withdrawText')}
      submitLabel={t('publicReports.answer.withdraw')}
      submit={(reason) => call('publicReports.withdrawAnswer', { id, answerId, reason })}
      onClose={onClose}
    />
  );
}

function AnswerDialog({ file, onClose }: { file: PublicReportPage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const ways = choices(answerWay.options, (way) => t(`publicReports.value.channel.${way}`));
  const [way, setWay] = useState(file.report.channel);
  const [text, setText] = useState('');
  const [when, setWhen] = useState('');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      // Noon of the day in every Indonesian zone.
      const answeredAt = when === '' ? null : `${when}T05:00:00.000Z`;
      await call('publicReports.addAnswer', { id: file.report.id, answeredAt, way, text, documentId });
      notify.done(t('publicReports.answer.saved'));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publicReports.answer.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('publicReports.answer.text')}
            autosize
            minRows={3}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          <Group grow>
            <Select
              label={t('publicReports.answer.way')}
              allowDeselect={false}
              data={ways}
              value={way}
              onChange={(chosen) => setWay(ways.find(({ value }) => value === chosen)?.value ?? way)}
            />
            <TextInput
              type="date"
              label={t('publicReports.answer.when')}
              value={when}
              onChange={(event) => setWhen(event.currentTarget.value)}
            />
          </Group>
          <Select
            label={t('publicReports.answer.document')}
            placeholder={t('publicReports.answer.noDocument')}
            clearable
            data={file.documents.map((one) => ({
              value: one.id,
              label: [one.number, DOCUMENT_KINDS[one.document].label[language], format.brief(one.issuedAt)]
                .filter((part) => part !== '')
                .join(' · '),
            }))}
            value={documentId}
            onChange={setDocumentId}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={text.trim().length < 3} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
