/** A whole unit at once: everybody is ticked, who was not there is unticked. */
import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Answer, Problem } from '../../ui/states.tsx';

/** The most that are ticked by eye. */
const MOST = 1_000;

/** The dialog. */
export function UnitDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const facets = useOperation('roster.facets', {});
  const [agency, setAgency] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const list = useOperation(
    'roster.list',
    { unit: unit ?? '', ...(agency !== null && { agency }), inRoster: true, limit: MOST },
    { enabled: unit !== null },
  );
  const rows = unit === null ? [] : (list.data?.rows ?? []);
  const chosen = rows.filter(({ id }) => !off.has(id)).map(({ id }) => id);
  const { busy, error, run } = useAction();
  const tick = (id: string): void => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    setOff(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length === 0) return;
    void run(async () => {
      const { added, already } = await call('outreach.addAttendance', { sessionId, employeeIds: chosen, how: 'unit' });
      notify.done(t('outreach.attendance.addedMany', { n: format.number(added), already: format.number(already) }));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('outreach.unit.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {/* Units of one name stand in many offices. */}
          <Select
            label={t('outreach.column.agency')}
            data={facets.data?.agencies ?? []}
            value={agency}
            onChange={(value) => {
              setAgency(value);
              setOff(new Set());
            }}
            searchable
            clearable
            limit={50}
            data-autofocus
          />
          <Select
            label={t('outreach.unit.unit')}
            description={t('outreach.unit.text')}
            data={facets.data?.units ?? []}
            value={unit}
            onChange={(value) => {
              setUnit(value);
              setOff(new Set());
            }}
            searchable
            limit={50}
          />
          {unit !== null && (
            <Answer of={list} rows={4}>
              {({ total }) => (
                <>
                  <Group gap="xs">
                    <Button variant="default" size="compact-sm" onClick={() => setOff(new Set())}>
                      {t('outreach.unit.all')}
                    </Button>
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => setOff(new Set(rows.map(({ id }) => id)))}
                    >
                      {t('outreach.unit.noneChecked')}
                    </Button>
                  </Group>
                  {total > rows.length && (
                    <Text size="sm" c="dimmed">
                      {t('outreach.unit.more', { n: format.number(rows.length), total: format.number(total) })}
                    </Text>
                  )}
                  <div className="n-outreach-ticks">
                    {rows.map(({ id, name, position }) => (
                      <Checkbox
                        key={id}
                        label={name}
                        description={position}
                        checked={!off.has(id)}
                        onChange={() => tick(id)}
                      />
                    ))}
                  </div>
                </>
              )}
            </Answer>
          )}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={chosen.length === 0}
          label={t('outreach.unit.submit', { n: format.number(chosen.length) })}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
