/** What a session is taught with: files taken in, looked at, saved, withdrawn. */
import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { OutreachMaterial } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { useOutreachFile } from './use-outreach-file.tsx';

const taken = z.object({ added: z.number(), refused: z.array(z.object({ name: z.string(), code: z.string() })) });

/** The section. */
export function MaterialsSection({
  sessionId,
  materials,
}: {
  sessionId: string;
  materials: readonly OutreachMaterial[];
}): ReactNode {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('outreach.materials.title')}
      actions={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={15} />}
          onClick={() => setAdding(true)}
        >
          {t('outreach.materials.add')}
        </Button>
      }
    >
      <div className="n-card">
        {materials.length === 0 && <p className="n-plain-row n-quiet">{t('outreach.materials.none')}</p>}
        <ul className="n-rows">
          {materials.map((material) => (
            <li key={material.id}>
              <MaterialRow of={material} />
            </li>
          ))}
        </ul>
      </div>
      {adding && <AddDialog sessionId={sessionId} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AddDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const add = (files: readonly ChosenFile[]): void =>
    void run(async () => {
      const input = { sessionId, files: files.map(({ token }) => token) };
      const { added, refused } = await runJob('outreach.addMaterials', input, taken, setJob);
      notify.done(t('outreach.materials.added', { n: format.number(added) }));
      if (refused.length > 0)
        notify.done(t('outreach.materials.refused', { names: refused.map(({ name }) => name).join(', ') }));
      onClose();
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('outreach.materials.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {!busy && (
        <DropField
          title={t('outreach.materials.drop')}
          text={t('outreach.materials.dropText')}
          purpose="evidence"
          multiple
          onFiles={add}
        />
      )}
      {busy && <JobProgress label={t('names.job.outreach-intake')} state={job} />}
      {error !== null && <Problem error={error} />}
    </Modal>
  );
}

function MaterialRow({ of: material }: { of: OutreachMaterial }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { id, name } = material;
  const off = material.withdrawnAt !== null;
  const { look, save, viewer } = useOutreachFile();
  return (
    <div className="n-outreach-row" data-off={off || undefined}>
      <div className="n-row-text">
        <b className="n-clip">{name}</b>
        <div className="n-meta">
          {format.bytes(material.bytes)} · {format.brief(material.addedAt)}
          {off && ` · ${t('outreach.materials.withdrawn', { reason: material.withdrawReason ?? '' })}`}
        </div>
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={`${t('outreach.look')}: ${name}`}
        onClick={() => look({ of: 'material', id, name, mime: material.mime })}
      >
        {t('outreach.look')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={`${t('common.save')}: ${name}`}
        onClick={() => save({ of: 'material', id, name })}
      >
        {t('common.save')}
      </Button>
      {!off && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`${t('outreach.materials.withdraw')}: ${name}`}
          onClick={() => setAsking(true)}
        >
          {t('outreach.materials.withdraw')}
        </Button>
      )}
      {viewer}
      {asking && (
        <ReasonDialog
          title={t('outreach.materials.withdraw')}
          text={t('outreach.materials.withdrawText')}
          submitLabel={t('outreach.materials.withdraw')}
          danger
          submit={(reason) => call('outreach.withdrawMaterial', { id, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
