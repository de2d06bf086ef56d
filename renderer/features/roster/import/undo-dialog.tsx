/** Undoing an import as one action: confirmed by its name, or refused with all that depends on it. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { call } from '../../../bridge/call.ts';
import { useOperation } from '../../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../../ui/dialogs.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/marks.tsx';
import { useNotify } from '../../../ui/notify.tsx';
import { Answer, Problem } from '../../../ui/states.tsx';

interface UndoProps {
  readonly of: {
    readonly importId: string;
    readonly name: string;
    readonly added: number;
    readonly updated: number;
  };
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

/** Asks first what stands in the way. */
export function UndoDialog({ of, onClose, onUndone }: UndoProps): ReactNode {
  const { t } = useTranslation();
  const query = useOperation('roster.undoCheck', { importId: of.importId });
  const blocked = (query.data?.total ?? 0) > 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t(blocked ? 'roster.wizard.undo.blockedTitle' : 'roster.wizard.undo.title', { name: of.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {query.isPending && (
        <p className="n-quiet" role="status">
          {t('roster.wizard.undo.checking')}
        </p>
      )}
      <Answer of={query} rows={3}>
        {(check) =>
          check.total > 0 ? (
            <Dependents check={check} onClose={onClose} />
          ) : (
            <Confirm of={of} onClose={onClose} {...(onUndone !== undefined && { onUndone })} />
          )
        }
      </Answer>
    </Modal>
  );
}

function Confirm({ of, onClose, onUndone }: UndoProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const undo = (): Promise<void> =>
    run(async () => {
      const { removed, restored } = await call('roster.undo', { importId: of.importId });
      const figures = { removed: format.number(removed), restored: format.number(restored) };
      notify.done(t('roster.wizard.undo.done', figures));
      onUndone?.();
      onClose();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void undo();
      }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('roster.wizard.undo.text', { added: format.number(of.added), updated: format.number(of.updated) })}
      </Text>
      {error !== null && <Problem error={error} />}
      <DialogButtons busy={busy} danger label={t('roster.wizard.undo.action')} onClose={onClose} />
    </form>
  );
}

function Dependents({ check, onClose }: { check: OutputOf<'roster.undoCheck'>; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const more = check.total - check.dependents.length;
  return (
    <>
      <Notice tone="problem">{t('roster.wizard.undo.blocked', { n: format.number(check.total) })}</Notice>
      <ul className="n-rows n-import-dependents">
        {check.dependents.map(({ kind, name, detail, employeeId }) => (
          <li key={`${kind}-${name}-${detail}`} className="n-import-dependent">
            <div className="n-row-text">
              <div className="n-meta">{t(`roster.wizard.undo.kinds.${kind}`)}</div>
              <div>{[name, detail].filter((part) => part !== '').join(' · ')}</div>
            </div>
            {employeeId !== null && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => void navigate({ to: '/pegawai', search: { pilih: employeeId } })}
              >
                {t('common.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="n-meta">{t('roster.wizard.undo.more', { n: format.number(more) })}</p>}
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </>
  );
}
