/** Which rows of the violation list come first for a type of act: data that a person checks and changes. */
import { Button, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalReference } from '#shared/contract/cases.ts';
import type { ProposalRow } from '#shared/contract/elections.ts';
import { ACT_TYPES, actSheet } from '#shared/domain/acts/sheets.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { Section } from '../../ui/page.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { isProofWhole, NO_PROOF, ProofFields, ProofMarks } from './proof-fields.tsx';

export function Rules(): ReactNode {
  const { t } = useTranslation();
  const references = useOperation('cases.legalReferences', {});
  const rules = useOperation('elections.proposalRows', {});
  const [editing, setEditing] = useState<ProposalRow | null>(null);
  const ruleOf = (code: string): ProposalRow =>
    rules.data?.rows.find((row) => row.code === code) ?? { code, actTypes: [], note: '', ...NO_PROOF };
  return (
    <Section title={t('elections.rules.title')}>
      <p className="n-quiet">{t('elections.rules.text')}</p>
      <Answer of={references}>
        {({ rows }) => (
          <ul className="n-rows n-card">
            {rows.map((row) => (
              <RuleRow key={row.code} reference={row} rule={ruleOf(row.code)} onEdit={setEditing} />
            ))}
          </ul>
        )}
      </Answer>
      {editing !== null && <RuleForm rule={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

interface RuleRowProps {
  readonly reference: LegalReference;
  readonly rule: ProposalRow;
  readonly onEdit: (rule: ProposalRow) => void;
}

function RuleRow({ reference, rule, onEdit }: RuleRowProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className="n-rule">
      <span className="n-mono">{reference.code}</span>
      <div>
        <p>{reference.text}</p>
        {rule.actTypes.length === 0 ? (
          <Mark tone="quiet" plain>
            {t('elections.rules.none')}
          </Mark>
        ) : (
          <>
            <div className="n-rule-types">
              {rule.actTypes.map((type) => (
                <span key={type} className="n-chip n-chip-still">
                  {actSheet(type).words[language]}
                </span>
              ))}
            </div>
            <ProofMarks proof={rule} />
          </>
        )}
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('elections.rules.edit', { code: reference.code })}
        onClick={() => onEdit(rule)}
      >
        {t('common.edit')}
      </Button>
    </li>
  );
}

function RuleForm({ rule, onClose }: { rule: ProposalRow; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState(rule);
  const change = (part: Partial<ProposalRow>): void => setValues({ ...values, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('elections.saveProposalRow', values);
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('elections.rules.edit', { code: rule.code })}
      size={600}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <MultiSelect
            label={t('elections.field.actTypes')}
            data={choices(ACT_TYPES, (type) => actSheet(type).words[language])}
            value={values.actTypes}
            data-autofocus
            onChange={(next) => change({ actTypes: ACT_TYPES.filter((type) => next.includes(type)) })}
          />
          <TextInput
            label={t('elections.field.note')}
            value={values.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <ProofFields proof={values} onChange={change} />
          {!isProofWhole(values) && <div className="n-meta">{t('elections.needVerified')}</div>}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={!isProofWhole(values)} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
