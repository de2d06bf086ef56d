/** In which cases an item serves; filing, and moving what was misfiled with a reason. */
import { Button, Checkbox, Modal, Select, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';

/** Kasus of one item. */
export function FiledSection({ evidence }: { evidence: EvidenceRow }): ReactNode {
  const { t } = useTranslation();
  const [filing, setFiling] = useState(false);
  const [moving, setMoving] = useState<EvidenceRow['cases'][number] | null>(null);
  return (
    <Section
      title={t('evidence.filed.title')}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setFiling(true)}>
          {t('evidence.filed.file')}
        </Button>
      }
    >
      {evidence.cases.length === 0 && (
        <p className="n-quiet" style={{ margin: 0, fontSize: 13 }}>
          {t('evidence.filed.none')}
        </p>
      )}
      <ul className="n-rows">
        {evidence.cases.map((filed) => (
          <li key={filed.id} className="n-file-row">
            <div className="n-row-text">
              <div className="n-mono n-clip">{filed.number}</div>
              {filed.where !== '' && <div className="n-meta">{filed.where}</div>}
            </div>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setMoving(filed)}>
              {t('evidence.filed.move')}
            </Button>
          </li>
        ))}
      </ul>
      {filing && <FileDialog evidence={evidence} onClose={() => setFiling(false)} />}
      {moving !== null && <MoveDialog evidence={evidence} from={moving} onClose={() => setMoving(null)} />}
    </Section>
  );
}

/** A case chosen by number or title. */
export function CaseSelect({
  label,
  value,
  onChange,
  without = [],
  clearable = false,
}: {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  without?: readonly string[];
  clearable?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('cases.list', { limit: 500 });
  const data = (list.data?.rows ?? [])
    .filter(({ id }) => !without.includes(id))
    .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return (
    <Select
      label={label}
      placeholder={t('evidence.filed.searchCase')}
      searchable
      clearable={clearable}
      limit={50}
      data={data}
      value={value}
      onChange={onChange}
      comboboxProps={{ zIndex: 500 }}
      data-autofocus
    />
  );
}

function FileDialog({ evidence, onClose }: { evidence: EvidenceRow; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [caseId, setCaseId] = useState<string | null>(null);
  const [where, setWhere] = useState('');
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (caseId === null) return;
    void run(async () => {
      await call('evidence.file', { id: evidence.id, caseId, where });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('evidence.filed.file')}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <CaseSelect
          label={t('evidence.filed.target')}
          value={caseId}
          onChange={setCaseId}
          without={evidence.cases.map(({ id }) => id)}
        />
        <Textarea
          mt="sm"
          label={t('evidence.filed.where')}
          description={t('evidence.filed.whereHint')}
          value={where}
          onChange={(event) => setWhere(event.currentTarget.value)}
          autosize
        />
        {error !== null && <Problem error={error} />}
        <DialogButtons busy={busy} disabled={caseId === null} label={t('evidence.filed.file')} onClose={onClose} />
      </form>
    </Modal>
  );
}

function MoveDialog({
  evidence,
  from,
  onClose,
}: {
  evidence: EvidenceRow;
  from: EvidenceRow['cases'][number];
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [toCaseId, setTo] = useState<string | null>(null);
  const [toTray, setToTray] = useState(false);
  return (
    <ReasonDialog
      title={t('evidence.filed.moveTitle')}
      text={t('evidence.filed.moveText', { number: evidence.number, case: from.number })}
      submitLabel={t('evidence.filed.move')}
      ready={toTray || toCaseId !== null}
      submit={(reason) =>
        call('evidence.move', { id: evidence.id, fromCaseId: from.id, toCaseId: toTray ? null : toCaseId, reason })
      }
      onClose={onClose}
    >
      {!toTray && (
        <CaseSelect label={t('evidence.filed.target')} value={toCaseId} onChange={setTo} without={[from.id]} />
      )}
      <Checkbox
        my="sm"
        label={t('evidence.filed.toTray')}
        checked={toTray}
        onChange={(event) => setToTray(event.currentTarget.checked)}
      />
    </ReasonDialog>
  );
}
