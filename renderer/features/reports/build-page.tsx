/** A report: chosen, looked at, then sealed. The preview is the document as it will be. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { JobState } from '#shared/contract/app.ts';
import { reportPreview } from '#shared/contract/reports.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Notice } from '../../ui/marks.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { useMissingWords } from '../../ui/missing-words.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { PdfPages } from './pdf-pages.tsx';
import './reports.css';

const KINDS = ['lengkap', 'disamarkan'] as const;
/** Evidence numbers that one notice names. */
const MOST_NAMED = 12;
const options = z.object({
  caseId: z.string().min(1),
  kind: z.enum(KINDS),
  number: z.string(),
  recipient: z.string(),
  subject: z.string(),
  place: z.string(),
});
type Options = z.infer<typeof options>;
type Preview = z.infer<typeof reportPreview>;

/** Dokumen → Buat laporan. */
export function BuildReportPage({ caseId }: { caseId: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [preview, setPreview] = useState<{ of: Options; value: Preview } | null>(null);
  const [issuing, setIssuing] = useState<Options | null>(null);
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const form = useForm<Options>({
    resolver: zodResolver(options),
    defaultValues: { caseId: caseId ?? '', kind: 'lengkap', number: '', recipient: '', subject: '', place: '' },
  });
  const layOut = form.handleSubmit((of) =>
    run(async () => {
      setJob(null);
      setPreview({ of, value: await runJob('reports.preview', of, reportPreview, setJob) });
    }),
  );
  const stale = preview !== null && JSON.stringify(form.watch()) !== JSON.stringify(preview.of);
  return (
    <Page title={t('reports.build.title')} flush>
      <div className="n-builder">
        <form className="n-builder-form" onSubmit={(event) => void layOut(event)}>
          <OptionFields form={form} />
          <Stack gap="sm" mt="md">
            {error !== null && <Problem error={error} />}
            <WithoutCopy caseId={form.watch('caseId')} kind={form.watch('kind')} />
            {stale && <Notice tone="waiting">{t('reports.build.stale')}</Notice>}
            {preview !== null && !stale && <Standing preview={preview.value} />}
            <Group gap="xs">
              <Button type="submit" variant={preview === null || stale ? 'filled' : 'default'} disabled={busy}>
                {preview === null ? t('reports.build.preview') : t('reports.build.again')}
              </Button>
              {preview !== null && !stale && (
                <Button onClick={() => setIssuing(preview.of)}>
                  {preview.value.draftReasons.length === 0 ? t('reports.issue.submit') : t('reports.issue.draftSubmit')}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
        <div className="n-builder-preview">
          {busy && (
            <div style={{ padding: 24 }}>
              <JobProgress label={t('reports.build.previewing')} state={job} />
            </div>
          )}
          {!busy && preview !== null && <PdfPages key={preview.value.handle} handle={preview.value.handle} />}
          {!busy && preview === null && <Empty icon={IconFileText} title={t('reports.build.nothing')} />}
        </div>
      </div>
      {issuing !== null && (
        <IssueDialog
          options={issuing}
          draft={(preview?.value.draftReasons.length ?? 0) > 0}
          onClose={() => setIssuing(null)}
          onIssued={() => void navigate({ to: '/dokumen' })}
        />
      )}
    </Page>
  );
}

/** Which evidence a masked report will print as its hash alone. */
function WithoutCopy({ caseId, kind }: Pick<Options, 'caseId' | 'kind'>): ReactNode {
  const { t } = useTranslation();
  const asked = kind === 'disamarkan' && caseId !== '';
  const list = useOperation('evidence.list', { where: 'case', caseId, limit: 1_000 }, { enabled: asked });
  const standing = (list.data?.rows ?? []).filter(({ withdrawn }) => !withdrawn);
  const bare = standing.filter(({ maskedCopy }) => !maskedCopy);
  if (!asked || bare.length === 0) return null;
  return (
    <Notice tone="info">
      {t('reports.build.withoutCopy', {
        n: bare.length,
        all: standing.length,
        numbers: bare
          .slice(0, MOST_NAMED)
          .map(({ number }) => number)
          .join(', ')
          .concat(bare.length > MOST_NAMED ? ' …' : ''),
      })}
    </Notice>
  );
}

function OptionFields({ form }: { form: ReturnType<typeof useForm<Options>> }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('cases.list', { limit: 500 });
  const { register, control, formState } = form;
  const data = (list.data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return (
    <Stack gap="sm">
      <Controller
        control={control}
        name="caseId"
        render={({ field }) => (
          <Select
            label={t('reports.build.case')}
            placeholder={t('reports.build.pickCase')}
            searchable
            limit={50}
            data={data}
            value={field.value === '' ? null : field.value}
            onChange={(value) => field.onChange(value ?? '')}
            error={formState.errors.caseId === undefined ? undefined : t('common.required')}
          />
        )}
      />
      <Controller
        control={control}
        name="kind"
        render={({ field }) => (
          <Radio.Group label={t('reports.build.kind')} value={field.value} onChange={field.onChange}>
            <Stack gap={8} mt={4}>
              {KINDS.map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={t(`names.reportKind.${kind}`)}
                  description={t(`reports.build.kindText.${kind}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      />
      <TextInput
        label={t('reports.build.number')}
        description={t('reports.build.numberHint')}
        {...register('number')}
      />
      <TextInput label={t('reports.build.recipient')} {...register('recipient')} />
      <TextInput label={t('reports.build.subject')} {...register('subject')} />
      <TextInput label={t('reports.build.place')} {...register('place')} />
    </Stack>
  );
}

/** Whether the document may be issued as it is, or stays a draft, and why. */
function Standing({ preview }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const words = useMissingWords();
  if (preview.draftReasons.length === 0) return <Notice tone="done">{t('reports.build.ready')}</Notice>;
  return (
    <Notice tone="waiting">
      <b>{t('reports.build.draftTitle')}.</b> {t('reports.build.draftText')}
      <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
        {preview.draftReasons.map((reason) => (
          <li key={reason}>{words(reason)}</li>
        ))}
      </ul>
    </Notice>
  );
}
