/** The rows of a read list with who each may be; proposals and guests are the officer's to decide. */
import { Button, Checkbox, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf } from '#shared/contract/index.ts';
import type { OutreachFileRow } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Figure } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';

interface FileRowsProps {
  readonly target: CallOf<'outreach.previewFile'>['target'];
  readonly fileName: string;
  readonly rows: readonly OutreachFileRow[];
  readonly onClose: () => void;
}

const TONES = {
  number: 'done',
  name: 'waiting',
  several: 'waiting',
  unknown: 'problem',
  repeated: 'quiet',
  already: 'quiet',
} as const;

/** The table and its button. What is neither accepted nor a guest is kept as an open row. */
export function FileRows({ target, fileName, rows, onClose }: FileRowsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [accepted, setAccepted] = useState<ReadonlySet<number>>(new Set());
  const [guests, setGuests] = useState<ReadonlySet<number>>(new Set());
  const { busy, error, run } = useAction();
  // A row that repeats another says nothing new.
  const told = rows.filter(({ match }) => match !== 'repeated');
  const isTaken = ({ row, match }: OutreachFileRow): boolean =>
    match === 'number' || match === 'already' || (match === 'name' && accepted.has(row));
  const taken = told.filter((row) => isTaken(row) && row.match !== 'already');
  const guestRows = told.filter((row) => !isTaken(row) && guests.has(row.row));
  const open = told.length - told.filter(isTaken).length - guestRows.length;
  const named = rows.filter(({ match }) => match === 'name');
  const submit = (): void =>
    void run(async () => {
      const done = await call('outreach.applyFile', {
        target,
        fileName,
        rows: told.map((row) => ({
          ...{ row: row.row, name: row.name, nip: row.nip, unit: row.unit },
          employeeId: isTaken(row) ? (row.employee?.employeeId ?? null) : null,
          guest: !isTaken(row) && guests.has(row.row),
        })),
      });
      notify.done(t('outreach.file.done', done));
      onClose();
    });
  if (rows.length === 0) return <p className="n-quiet">{t('outreach.file.nobody')}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group justify="space-between">
        <span role="status" className="n-meta">
          {t('outreach.file.summary', {
            n: format.number(taken.length),
            guests: format.number(guestRows.length),
            open: format.number(open),
          })}
        </span>
        {named.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => setAccepted(new Set(named.map(({ row }) => row)))}>
            {t('outreach.file.acceptNames', { n: format.number(named.length) })}
          </Button>
        )}
      </Group>
      <div className="n-outreach-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('outreach.column.row')}</th>
              <th scope="col">{t('outreach.column.name')}</th>
              <th scope="col">{t('outreach.column.match')}</th>
              <th scope="col" aria-label={t('outreach.file.accept')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <td>
                  {row.name}
                  <div className="n-meta">
                    {row.nip} {row.unit}
                  </div>
                </td>
                <td>
                  <Mark tone={TONES[row.match]}>{t(`outreach.file.match.${row.match}`)}</Mark>
                  {row.employee !== null && (
                    <div className="n-meta">
                      {row.employee.name}
                      {row.employee.nip !== null && (
                        <>
                          {' '}
                          <Figure>{row.employee.nip}</Figure>
                        </>
                      )}{' '}
                      · {row.employee.unit ?? row.employee.agency}
                    </div>
                  )}
                </td>
                <td>
                  <Choice
                    of={row}
                    guestsAllowed={target.purpose === 'attendance'}
                    accepted={accepted.has(row.row)}
                    guest={guests.has(row.row)}
                    onAccept={() => setAccepted(toggled(accepted, row.row))}
                    onGuest={() => setGuests(toggled(guests, row.row))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {error !== null && <Problem error={error} />}
      <DialogButtons busy={busy} label={t('outreach.file.submit')} onClose={onClose} />
    </form>
  );
}

interface ChoiceProps {
  readonly of: OutreachFileRow;
  readonly guestsAllowed: boolean;
  readonly accepted: boolean;
  readonly guest: boolean;
  readonly onAccept: () => void;
  readonly onGuest: () => void;
}

function Choice({ of: row, guestsAllowed, accepted, guest, onAccept, onGuest }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  if (row.match === 'name')
    return (
      <Checkbox
        label={t('outreach.file.accept')}
        aria-label={`${t('outreach.file.accept')}: ${row.name}`}
        checked={accepted}
        onChange={onAccept}
      />
    );
  if (!guestsAllowed || (row.match !== 'unknown' && row.match !== 'several')) return null;
  return (
    <Checkbox
      label={t('outreach.file.asGuest')}
      aria-label={`${t('outreach.file.asGuest')}: ${row.name}`}
      checked={guest}
      onChange={onGuest}
    />
  );
}

function toggled(set: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(row)) next.add(row);
  return next;
}
