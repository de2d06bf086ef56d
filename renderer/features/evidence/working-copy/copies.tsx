/** The working copies of an item, beside its originals: each wears that it is not one. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCopy, IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import type { WorkingCopy } from '#shared/contract/working-copy.ts';
import { call } from '../../../bridge/call.ts';
import { ReasonDialog } from '../../../ui/dialogs.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Mark } from '../../../ui/marks.tsx';
import { Hash } from '../../../ui/mono.tsx';
import { useNotify } from '../../../ui/notify.tsx';
import { Section } from '../../../ui/page.tsx';
import { editablePicture } from './editable.ts';
import { WorkingCopyEditor } from './editor.tsx';
import './working-copy.css';

/** Making one, and what was made; `broken` names artefacts whose seal differs. */
export function CopiesSection({ page, broken }: { page: EvidencePage; broken: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<WorkingCopy | 'new' | null>(null);
  const [withdrawing, setWithdrawing] = useState<WorkingCopy | null>(null);
  const { evidence, copies } = page;
  const original = editablePicture(page, editing === null || editing === 'new' ? null : editing.derivedFrom);
  if (copies.length === 0 && original === null) return null;
  return (
    <Section title={t('workingCopy.list.title')}>
      {copies.length === 0 && <p className="n-meta">{t('workingCopy.list.none')}</p>}
      {copies.map((copy) => (
        <CopyCard
          key={copy.id}
          page={page}
          copy={copy}
          broken={broken.includes(copy.id)}
          onAgain={() => setEditing(copy)}
          onWithdraw={() => setWithdrawing(copy)}
        />
      ))}
      {original !== null && (
        <Button
          variant="default"
          size="xs"
          mt={8}
          leftSection={<IconCopy size={14} />}
          onClick={() => setEditing('new')}
        >
          {t('workingCopy.make')}
        </Button>
      )}
      {editing !== null && original !== null && (
        <WorkingCopyEditor
          evidenceId={evidence.id}
          number={evidence.number}
          original={original}
          from={editing === 'new' ? undefined : editing.edits}
          onClose={() => setEditing(null)}
        />
      )}
      {withdrawing !== null && (
        <ReasonDialog
          title={t('workingCopy.list.withdraw')}
          text={t('workingCopy.list.withdrawText', { version: withdrawing.version, number: evidence.number })}
          submitLabel={t('workingCopy.list.withdraw')}
          danger
          submit={(reason) => call('evidence.withdrawCopy', { id: evidence.id, copyId: withdrawing.id, reason })}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Section>
  );
}

function CopyCard({
  page,
  copy,
  broken,
  onAgain,
  onWithdraw,
}: {
  page: EvidencePage;
  copy: WorkingCopy;
  broken: boolean;
  onAgain: () => void;
  onWithdraw: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { version, edits, width, height, withdrawn } = copy;
  return (
    <div className="n-copy-card" data-withdrawn={withdrawn !== null || undefined}>
      <div className="n-copy-card-head">
        <strong>{t('workingCopy.list.version', { version })}</strong>
        <span style={{ flex: 1 }} />
        <CopyMenu page={page} copy={copy} onAgain={onAgain} onWithdraw={onWithdraw} />
      </div>
      <div className="n-meta">
        {t('workingCopy.list.summary', { masks: edits.masks.length, marks: edits.marks.length, width, height })}
      </div>
      <div className="n-meta">
        {t('workingCopy.list.made', { when: format.brief(copy.madeAt), who: copy.madeBy })} ·{' '}
        <Hash value={copy.sha256} />
      </div>
      {copy.note !== '' && <div className="n-meta">{copy.note}</div>}
      <Mark tone="waiting" icon={IconCopy}>
        {t('workingCopy.badge')}
      </Mark>{' '}
      {copy.usedInMasked && <Mark tone="info">{t('workingCopy.list.used')}</Mark>}
      {withdrawn !== null && (
        <Mark tone="problem">{t('workingCopy.list.withdrawn', { reason: withdrawn.reason })}</Mark>
      )}
      {broken && <Mark tone="problem">{t('evidence.seal.broken')}</Mark>}
    </div>
  );
}

function CopyMenu({
  page,
  copy,
  onAgain,
  onWithdraw,
}: {
  page: EvidencePage;
  copy: WorkingCopy;
  onAgain: () => void;
  onWithdraw: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { id } = page.evidence;
  const choose = (copyId: string | null): void => {
    call('evidence.chooseCopy', { id, copyId }).catch(notify.failed);
  };
  const save = (artefactId: string): void => {
    call('evidence.export', { id, artefactId }).then(
      ({ saved, name }) => saved && notify.done(t('evidence.files.exported', { name })),
      notify.failed,
    );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={28} aria-label={t('workingCopy.list.actions', { version: copy.version })}>
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {copy.withdrawn === null && (
          <Menu.Item onClick={() => choose(copy.usedInMasked ? null : copy.id)}>
            {t(copy.usedInMasked ? 'workingCopy.list.unuse' : 'workingCopy.list.use')}
          </Menu.Item>
        )}
        <Menu.Item onClick={onAgain}>{t('workingCopy.list.again')}</Menu.Item>
        <Menu.Item onClick={() => save(copy.id)}>{t('workingCopy.list.export')}</Menu.Item>
        {copy.textId !== null && (
          <Menu.Item onClick={() => save(copy.textId ?? copy.id)}>{t('workingCopy.list.exportText')}</Menu.Item>
        )}
        {copy.withdrawn === null && <Menu.Item onClick={onWithdraw}>{t('workingCopy.list.withdraw')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
