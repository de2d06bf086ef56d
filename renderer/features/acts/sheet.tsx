/** The sheet of one act: every item with why it is needed, and the evidence under it. */
import { ActionIcon, Button, Modal, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act, ActEntry } from '#shared/contract/acts.ts';
import { itemState } from '#shared/domain/acts/sheet-state.ts';
import { actSheet, type SheetItem } from '#shared/domain/acts/sheets.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { EvidencePicker } from '../../ui/evidence-picker.tsx';
import { Mark } from '../../ui/marks.tsx';
import { Problem } from '../../ui/states.tsx';

export function Sheet({ caseId, act }: { caseId: string; act: Act }): ReactNode {
  return (
    <ul className="n-act-sheet">
      {actSheet(act.type).items.map((item) => (
        <li key={item.code}>
          <Item caseId={caseId} act={act} item={item} />
        </li>
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly caseId: string;
  readonly act: Act;
  readonly item: SheetItem;
}

function Item({ caseId, act, item }: ItemProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asking, setAsking] = useState<'fill' | 'waive' | null>(null);
  const close = (): void => setAsking(null);
  const entries = act.entries.filter((entry) => entry.item === item.code);
  const state = itemState(
    item.code,
    entries.map((entry) => ({ item: entry.item, evidenceStands: entry.evidence?.stands ?? null })),
  );
  const words = item.words[language];
  return (
    <div className="n-act-item">
      <div>
        <div>
          {words} <span className="n-quiet">· {t(`acts.${item.need}`)}</span>
        </div>
        <div className="n-meta">{item.why[language]}</div>
        {state === 'missing' && (
          <Mark tone={item.need === 'required' ? 'waiting' : 'quiet'} plain>
            {t('acts.notThere')}
          </Mark>
        )}
        {entries.map((entry) => (
          <Entry key={entry.id} caseId={caseId} item={words} entry={entry} />
        ))}
      </div>
      <div className="n-act-item-tools">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('acts.fillOf', { item: words })}
          onClick={() => setAsking('fill')}
        >
          {t('acts.fill')}
        </Button>
        {state === 'missing' && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('acts.waiveOf', { item: words })}
            onClick={() => setAsking('waive')}
          >
            {t('acts.waive')}
          </Button>
        )}
      </div>
      {asking === 'fill' && <Fill caseId={caseId} actId={act.id} item={item} onClose={close} />}
      {asking === 'waive' && (
        <ReasonDialog
          title={t('acts.waiveOf', { item: words })}
          text={t('acts.waiveText')}
          submitLabel={t('common.save')}
          submit={(reason) => call('cases.waiveActItem', { caseId, actId: act.id, item: item.code, reason })}
          onClose={close}
        />
      )}
    </div>
  );
}

function Entry({ caseId, item, entry }: { caseId: string; item: string; entry: ActEntry }): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { evidence } = entry;
  const what =
    evidence === null
      ? t('acts.unobtainable', { reason: entry.unobtainable ?? '' })
      : evidence.stands
        ? [evidence.number, evidence.title].filter((part) => part !== '').join(' · ')
        : t('acts.gone', { number: evidence.number });
  const tone = evidence === null ? 'quiet' : evidence.stands ? 'done' : 'problem';
  return (
    <div className="n-act-entry">
      <Mark tone={tone} plain>
        {what}
      </Mark>
      <Tooltip label={t('acts.clear')}>
        <ActionIcon size="sm" aria-label={t('acts.clearOf', { what, item })} onClick={() => setAsking(true)}>
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {asking && (
        <ReasonDialog
          title={t('acts.clear')}
          text={t('acts.clearText', { what })}
          submitLabel={t('acts.clear')}
          danger
          submit={(reason) => call('cases.clearActItem', { caseId, entryId: entry.id, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

interface FillProps {
  readonly caseId: string;
  readonly actId: string;
  readonly item: SheetItem;
  readonly onClose: () => void;
}

function Fill({ caseId, actId, item, onClose }: FillProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (evidenceId === null) return;
    void run(async () => {
      await call('cases.fillActItem', { caseId, actId, item: item.code, evidenceId });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('acts.fillOf', { item: item.words[language] })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <p className="n-quiet">{item.why[language]}</p>
        <EvidencePicker
          label={t('acts.evidence')}
          hint={t('acts.evidenceHint')}
          caseId={caseId}
          value={evidenceId}
          onChange={setEvidenceId}
          autoFocus
        />
        {error !== null && <Problem error={error} />}
        <DialogButtons busy={busy} disabled={evidenceId === null} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
