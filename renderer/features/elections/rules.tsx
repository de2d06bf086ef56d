/** Which rows of the violation list come first for a type of act: data that a person checks and changes. */
import { Button, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { actType } from '#shared/contract/acts.ts';
import { verificationState } from '#shared/contract/cases.ts';
import type { ListedProposal, ProposalRow } from '#shared/contract/elections.ts';
import { ACT_TYPES, actSheet } from '#shared/domain/acts/sheets.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import type { PaperColumn } from '../../ui/print-list.tsx';
import { ListTools } from '../../ui/searched-list.tsx';
import { Answer, Empty, Problem } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { isProofWhole, ProofFields, ProofMarks, useVerificationFilter } from './proof-fields.tsx';

const view = z.object({ actType: actType.optional(), verification: verificationState.optional() });
type View = z.infer<typeof view>;

export function Rules(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useRemembered<View>('proposal-rows', view, {});
  const selection = { query, ...asked };
  const list = useOperation('elections.proposalRows', { ...selection, limit: 1_000 }, { keep: true });
  const [editing, setEditing] = useState<ListedProposal | null>(null);
  const filters: FilterChoice[] = [
    {
      label: t('elections.rules.filterAct'),
      options: choices(ACT_TYPES, (type) => actSheet(type).words[language]),
      value: asked.actType,
      onChange: (value) => setAsked({ ...asked, actType: ACT_TYPES.find((type) => type === value) }),
    },
    useVerificationFilter(asked.verification, (verification) => setAsked({ ...asked, verification })),
  ];
  return (
    <>
      <p className="n-meta n-election-intro">{t('elections.rules.text')}</p>
      <ListTools
        title={t('elections.rules.title')}
        search={{ value: query, onChange: setQuery, placeholder: t('elections.rules.search') }}
        filters={filters}
        total={list.data?.total ?? 0}
        columns={usePaperColumns()}
        load={(limit) => call('elections.proposalRows', { ...selection, limit })}
        selection={{ list: 'proposal-rows', ...selection }}
      />
      <Answer of={list} rows={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={IconListSearch} title={t('elections.rules.emptySearch')} />
          ) : (
            <ul className="n-rows n-card" aria-label={t('elections.rules.title')}>
              {rows.map((row) => (
                <RuleRow key={row.code} rule={row} onEdit={setEditing} />
              ))}
            </ul>
          )
        }
      </Answer>
      {editing !== null && <RuleForm listed={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function usePaperColumns(): PaperColumn<ListedProposal>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    { key: 'row', title: t('elections.column.row'), cell: ({ code }) => code },
    { key: 'text', title: t('elections.column.rowText'), cell: ({ text }) => text },
    {
      key: 'actTypes',
      title: t('elections.field.actTypes'),
      cell: ({ actTypes }) => actTypes.map((type) => actSheet(type).words[language]).join(', '),
    },
    {
      key: 'source',
      title: t('elections.column.source'),
      cell: (row) => row.actTypes.length > 0 && <ProofMarks proof={row} />,
    },
  ];
}

function RuleRow({ rule, onEdit }: { rule: ListedProposal; onEdit: (rule: ListedProposal) => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className="n-rule">
      <span className="n-mono">{rule.code}</span>
      <div>
        <p>{rule.text}</p>
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
        aria-label={t('elections.rules.edit', { code: rule.code })}
        onClick={() => onEdit(rule)}
      >
        {t('common.edit')}
      </Button>
    </li>
  );
}

function RuleForm({ listed, onClose }: { listed: ListedProposal; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const { text: _, ...rule } = listed;
  const [values, setValues] = useState<ProposalRow>(rule);
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
