/** The last step: what was written, where it is recorded, and the way to take it back. */
import { Button, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/marks.tsx';
import { Hash } from '../../../ui/mono.tsx';
import { Corrections } from './review-step.tsx';
import { StepFooter, StepHeading } from './step-frame.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import type { ImportWork } from './use-import.ts';

const FIGURES = ['read', 'added', 'updated', 'unchanged', 'gone', 'accounts', 'rejected', 'excluded'] as const;

/** Hasil. */
export function ResultStep({ work }: { work: ImportWork }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [undoing, setUndoing] = useState(false);
  const [undone, setUndone] = useState(false);
  const { result, plan } = work;
  if (result === null) return null;
  return (
    <>
      <div className="n-import-body">
        <div className="n-import-column">
          <StepHeading step="result">{t('roster.wizard.result.heading')}</StepHeading>
          {undone ? (
            <Notice tone="info">{t('roster.wizard.result.undone')}</Notice>
          ) : (
            <Notice tone="done">{t('roster.wizard.result.done')}</Notice>
          )}
          <div className="n-card n-tally" role="status">
            {FIGURES.map((key) => (
              <div key={key}>
                <b>{format.number(result[key])}</b>
                <span>{t(`roster.wizard.result.counts.${key}`)}</span>
              </div>
            ))}
          </div>
          <p className="n-meta">
            {t('roster.wizard.result.custody')} <Hash value={result.file.sha256} />
          </p>
          {result.rejected > 0 && plan !== null && (
            <div className="n-import-again">
              <p className="n-quiet">
                {t('roster.wizard.result.correctionsText', { n: format.number(result.rejected) })}
              </p>
              <Corrections plan={plan} />
            </div>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={work.restart}>
              {t('roster.wizard.result.another')}
            </Button>
            {!undone && (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconArrowBackUp size={16} />}
                onClick={() => setUndoing(true)}
              >
                {t('roster.wizard.undo.action')}
              </Button>
            )}
          </Group>
        </div>
      </div>
      <StepFooter
        next={{ label: t('roster.wizard.result.toDirectory'), onPress: () => void navigate({ to: '/pegawai' }) }}
      />
      {undoing && (
        <UndoDialog
          of={{ importId: result.importId, name: result.file.name, added: result.added, updated: result.updated }}
          onClose={() => setUndoing(false)}
          onUndone={() => setUndone(true)}
        />
      )}
    </>
  );
}
