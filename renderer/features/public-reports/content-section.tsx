/** What is reported: read, and edited in place. */
import { Button, Group, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { ContentFields, contentForVault } from './content-fields.tsx';

/** Isi laporan. */
export function ContentSection({ id, file }: { id: string; file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      id={id}
      title={t('publicReports.sections.content')}
      actions={
        !editing && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={15} />}
            onClick={() => setEditing(true)}
          >
            {t('publicReports.content.edit')}
          </Button>
        )
      }
    >
      {editing ? <Editor file={file} onClose={() => setEditing(false)} /> : <Reading file={file} />}
    </Section>
  );
}

function Reading({ file: { report, reporter } }: { file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (value: string | null): string | null => (value === null ? null : format.calendar(value));
  return (
    <>
      <p className={report.description === '' ? 'n-prose n-quiet' : 'n-prose'}>
        {report.description === '' ? t('publicReports.content.none') : report.description}
      </p>
      {reporter !== null && reporter.replacedIn.length > 0 && (
        <Notice tone="info">{t('publicReports.content.replaced')}</Notice>
      )}
      <div className="n-two-facts">
        <Facts
          rows={[
            [t('publicReports.content.accusedText'), report.accusedText],
            [
              t('publicReports.content.employee'),
              report.employee === null
                ? null
                : [report.employee.name, report.employee.unit].filter((part) => part !== null).join(' · '),
            ],
            [t('publicReports.content.account'), report.accountText],
            [t('publicReports.content.address'), report.address],
            [
              t('publicReports.content.eventDay'),
              [day(report.eventDay), report.eventTimeText].filter((part) => part !== null && part !== '').join(' · '),
            ],
            [t('publicReports.content.eventPlace'), report.eventPlace],
          ]}
        />
        <Facts
          rows={[
            [t('publicReports.content.topic'), t(`publicReports.value.topic.${report.topic}`)],
            [t('publicReports.content.channel'), t(`publicReports.value.channel.${report.channel}`)],
            [t('publicReports.content.regime'), report.regime === null ? null : t(`names.regime.${report.regime}`)],
            [t('publicReports.content.knownDay'), day(report.knownDay)],
            [t('publicReports.content.received'), format.instant(report.receivedAt)],
            [t('publicReports.content.registered'), `${format.brief(report.registeredAt)} · ${report.registeredBy}`],
          ]}
        />
      </div>
    </>
  );
}

function Editor({ file: { report }, onClose }: { file: PublicReportPage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [value, setValue] = useState({
    subject: report.subject,
    description: report.description,
    topic: report.topic,
    channel: report.channel,
    regime: report.regime,
    accusedText: report.accusedText,
    employeeId: report.employee?.id ?? null,
    accountText: report.accountText,
    address: report.address,
    eventDay: report.eventDay ?? '',
    eventTimeText: report.eventTimeText,
    eventPlace: report.eventPlace,
    knownDay: report.knownDay ?? '',
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('publicReports.update', { id: report.id, ...contentForVault(value) });
      onClose();
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={760}>
        <ContentFields value={value} onChange={setValue} />
        {error !== null && <Problem error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={value.subject.trim() === ''}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
