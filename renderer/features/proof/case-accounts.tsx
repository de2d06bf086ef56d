/** The accounts that a case is about, whose each is held to be, and those of its respondents that could be named. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAccounts as Accounts } from '#shared/contract/account-proof.ts';
import type { CasePage, Respondent } from '#shared/contract/cases.ts';
import type { Account } from '#shared/contract/roster.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Answer } from '../../ui/states.tsx';
import { ProofParts } from './account-proof.tsx';
import { GradeMark } from './grade-mark.tsx';
import './proof.css';

const nameOf = (account: Account): string =>
  [account.platform, account.handle || account.url].filter((part) => part !== '').join(' · ');

export function CaseAccounts({ caseId }: { caseId: string }): ReactNode {
  const accounts = useOperation('cases.accounts', { caseId });
  const file = useOperation('cases.get', { id: caseId });
  return (
    <Answer of={accounts} rows={3}>
      {(value) => (
        <Answer of={file} rows={3}>
          {(page) => <Filled file={page} accounts={value} />}
        </Answer>
      )}
    </Answer>
  );
}

function Filled({ file, accounts: { accounts, offered } }: { file: CasePage; accounts: Accounts }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const known = file.respondents.find((one) => one.unlinkedAt === null && one.employeeId !== null);
  return (
    <div className="n-card">
      <Said file={file} />
      {accounts.length === 0 && (
        <div className="n-plain-row">
          <p className="n-quiet">{t(known === undefined ? 'proof.case.noPerson' : 'proof.case.none')}</p>
        </div>
      )}
      <ul className="n-rows">
        {accounts.map((link) => (
          <li key={link.id}>
            <Linked
              caseId={file.case.id}
              link={link}
              respondent={file.respondents.find(({ id }) => id === link.respondentId)}
            />
          </li>
        ))}
      </ul>
      {offered.length > 0 && <Offered caseId={file.case.id} offered={offered} />}
      {known !== undefined && (
        <div className="n-plain-row">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => void navigate({ to: '/pegawai', search: { pilih: known.employeeId ?? '' } })}
          >
            {t('proof.case.person')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the case says of the account in words, before an account was recorded. */
function Said({ file }: { file: CasePage }): ReactNode {
  const { t } = useTranslation();
  const texts = new Set(
    [file.case.accountText, ...file.respondents.map(({ accountText }) => accountText ?? '')].filter(
      (text) => text !== '',
    ),
  );
  if (texts.size === 0) return null;
  return (
    <p className="n-plain-row n-proof-said">
      <span className="n-quiet">{t('proof.case.said')}:</span> {[...texts].join('; ')}
    </p>
  );
}

interface LinkedProps {
  readonly caseId: string;
  readonly link: Accounts['accounts'][number];
  readonly respondent: Respondent | undefined;
}

function Linked({ caseId, link, respondent }: LinkedProps): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const account = nameOf(link.proof.account);
  const off = link.unlinkedAt !== null;
  const name = respondent?.person?.name ?? respondent?.accountText ?? t('cases.unknownPerson');
  return (
    <div className="n-proof-account" data-off={off || undefined}>
      <div className="n-proof-reason">
        <div>
          <b>{account}</b>
          <div className="n-meta">{t('proof.case.of', { name })}</div>
          {off && <div className="n-meta">{t('proof.case.unlinked', { reason: link.unlinkReason ?? '' })}</div>}
        </div>
        {!off && (
          <Tooltip label={t('proof.case.unlink')}>
            <ActionIcon aria-label={`${t('proof.case.unlink')}: ${account}`} onClick={() => setAsking(true)}>
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {!off && <ProofParts proof={link.proof} />}
      {asking && (
        <ReasonDialog
          title={t('proof.case.unlink')}
          text={t('proof.case.unlinkText', { account })}
          submitLabel={t('proof.case.unlink')}
          danger
          submit={(reason) => call('cases.unlinkAccount', { caseId, linkId: link.id, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function Offered({ caseId, offered }: { caseId: string; offered: Accounts['offered'] }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  return (
    <div className="n-plain-row">
      <p className="n-quiet">{t('proof.case.offered')}</p>
      <ul className="n-proof-offered">
        {offered.map(({ respondentId, account }) => (
          <li key={respondentId + account.id}>
            <span className="n-clip">{nameOf(account)}</span>
            <GradeMark grade={account.confidence} />
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('proof.case.linkOf', { account: nameOf(account) })}
              onClick={() =>
                void call('cases.linkAccount', { caseId, respondentId, accountId: account.id }).catch(notify.failed)
              }
            >
              {t('proof.case.link')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
