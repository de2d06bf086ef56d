/** Numbered sheets: made, printed, and typed back by the numbers of those who signed. */
import { Button, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf } from '#shared/contract/index.ts';
import type { OutreachSessionRow, OutreachSheetInfo } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { PrintSheet } from './print-sheet.tsx';

/** The section. */
export function SheetsSection({
  session,
  sheets,
}: {
  session: OutreachSessionRow;
  sheets: readonly OutreachSheetInfo[];
}): ReactNode {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const [printing, setPrinting] = useState<string | null>(null);
  return (
    <Section
      title={t('outreach.sheets.title')}
      actions={
        session.state !== 'cancelled' && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} />}
            onClick={() => setMaking(true)}
          >
            {t('outreach.sheets.make')}
          </Button>
        )
      }
    >
      <div className="n-card">
        {sheets.length === 0 && <p className="n-plain-row n-quiet">{t('outreach.sheets.none')}</p>}
        <ul className="n-rows">
          {sheets.map((sheet) => (
            <li key={sheet.id}>
              <SheetRow sheet={sheet} canMark={session.state === 'held'} onPrint={() => setPrinting(sheet.id)} />
            </li>
          ))}
        </ul>
      </div>
      {making && <MakeDialog session={session} onClose={() => setMaking(false)} onMade={setPrinting} />}
      {printing !== null && <PrintSheet id={printing} onClose={() => setPrinting(null)} />}
    </Section>
  );
}

interface SheetRowProps {
  readonly sheet: OutreachSheetInfo;
  readonly canMark: boolean;
  readonly onPrint: () => void;
}

function SheetRow({ sheet, canMark, onPrint }: SheetRowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [typing, setTyping] = useState(false);
  const name = t('outreach.sheets.name', { n: sheet.position });
  return (
    <div className="n-outreach-row">
      <div className="n-row-text">
        <b className="n-clip">
          {name}: {sheet.title === '' ? t('outreach.sheets.invited') : sheet.title}
        </b>
        <div className="n-meta">
          {t('outreach.sheets.meta', { rows: format.number(sheet.rows), attended: format.number(sheet.attended) })}
        </div>
      </div>
      {canMark && (
        <Button variant="default" size="compact-sm" onClick={() => setTyping(true)}>
          {t('outreach.sheets.typeBack')}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPrinter size={15} />}
        aria-label={`${t('common.print')}: ${name}`}
        onClick={onPrint}
      >
        {t('common.print')}
      </Button>
      {typing && <TypeDialog id={sheet.id} onClose={() => setTyping(false)} />}
    </div>
  );
}

const KINDS = ['invited', 'unit', 'agency'] as const;
const KIND_WORDS = { invited: 'invited', unit: 'byUnit', agency: 'byAgency' } as const;

function MakeDialog({
  session,
  onClose,
  onMade,
}: {
  session: OutreachSessionRow;
  onClose: () => void;
  onMade: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const facets = useOperation('roster.facets', {});
  const [kind, setKind] = useState<(typeof KINDS)[number]>(session.invited > 0 ? 'invited' : 'unit');
  const [value, setValue] = useState<string | null>(null);
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const of = peopleOf(kind, value);
    if (of === null) return;
    void run(async () => {
      const { id } = await call('outreach.makeSheet', { sessionId: session.id, of });
      onClose();
      onMade(id);
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('outreach.sheets.make')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Segmented
            label={t('outreach.sheets.of')}
            wide
            data={KINDS.map((one) => ({ value: one, label: t(`outreach.sheets.${KIND_WORDS[one]}`) }))}
            value={kind}
            onChange={(next) => {
              setKind(next);
              setValue(null);
            }}
          />
          {kind !== 'invited' && (
            <Select
              label={t(kind === 'unit' ? 'outreach.column.unit' : 'outreach.column.agency')}
              data={(kind === 'unit' ? facets.data?.units : facets.data?.agencies) ?? []}
              value={value}
              onChange={setValue}
              searchable
              limit={50}
            />
          )}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={peopleOf(kind, value) === null}
          label={t('outreach.sheets.make')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}

function peopleOf(kind: (typeof KINDS)[number], value: string | null): CallOf<'outreach.makeSheet'>['of'] | null {
  if (kind === 'invited') return { people: 'invited' };
  if (value === null) return null;
  return kind === 'unit' ? { people: 'unit', unit: value } : { people: 'agency', agency: value };
}

function TypeDialog({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [numbers, setNumbers] = useState('');
  const [asked] = useDebouncedValue(numbers, 150);
  const read = useOperation('outreach.readSheet', { id, numbers: asked }, { enabled: asked.trim() !== '', keep: true });
  const shown = asked.trim() === '' || read.isError ? undefined : read.data;
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (numbers.trim() === '') return;
    void run(async () => {
      const { added, already } = await call('outreach.markSheet', { id, numbers });
      notify.done(t('outreach.attendance.addedMany', { n: format.number(added), already: format.number(already) }));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('outreach.sheets.typeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('outreach.sheets.numbers')}
            description={t('outreach.sheets.numbersHelp')}
            value={numbers}
            onChange={(event) => setNumbers(event.currentTarget.value)}
            autosize
            minRows={2}
            maxRows={6}
            spellCheck={false}
            data-autofocus
          />
          {shown !== undefined && (
            <div role="status" className="n-outreach-read">
              <b>
                {t('outreach.sheets.found', {
                  n: format.number(shown.rows.length),
                  already: format.number(shown.rows.filter(({ attended }) => attended).length),
                })}
              </b>
              {shown.notOnSheet.length > 0 && (
                <p className="n-outreach-wrong">
                  {t('outreach.sheets.notOnSheet', { numbers: shown.notOnSheet.join(', ') })}
                </p>
              )}
              {shown.repeated.length > 0 && (
                <p>{t('outreach.sheets.repeated', { numbers: shown.repeated.join(', ') })}</p>
              )}
              <ol className="n-outreach-names">
                {shown.rows.map(({ number, name, unit }) => (
                  <li key={number} value={number}>
                    {name} <span className="n-meta">{unit}</span>
                  </li>
                ))}
              </ol>
            </div>
          )}
          {error === null && read.isError && asked.trim() !== '' && <Problem error={read.error} />}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={shown === undefined || shown.rows.length === 0 || shown.notOnSheet.length > 0}
          label={t('outreach.sheets.submit')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
