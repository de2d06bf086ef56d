/** The respondents: the person's block frozen as of a day, and who was taken off and why. */
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconDots, IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage, PersonBlock, Respondent } from '#shared/contract/cases.ts';
import { EMPLOYMENT_STATUSES } from '#shared/domain/roster/status.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { call } from '../../bridge/call.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Figure } from '../../ui/mono.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { PersonPicker } from '../../ui/person-picker.tsx';

/** Terlapor. */
export function RespondentsSection({
  id,
  file,
  children,
}: {
  id: string;
  file: CasePage;
  /** What else is known of them. */
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [linking, setLinking] = useState(false);
  return (
    <Section
      id={id}
      title={t('cases.sections.person')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUserPlus size={15} />}
          onClick={() => setLinking(true)}
        >
          {t('cases.respondent.link')}
        </Button>
      }
    >
      <div className="n-card">
        {file.respondents.length === 0 && <p className="n-plain-row n-quiet">{t('cases.respondent.none')}</p>}
        {file.respondents.map((respondent) => (
          <Block key={respondent.id} caseId={file.case.id} actDate={file.case.actDate} respondent={respondent} />
        ))}
      </div>
      {children}
      {linking && <LinkDialog caseId={file.case.id} onClose={() => setLinking(false)} />}
    </Section>
  );
}

interface BlockProps {
  readonly caseId: string;
  /** The day of the act; null while it is not known. */
  readonly actDate: string | null;
  readonly respondent: Respondent;
}

function Block({ caseId, actDate, respondent }: BlockProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState<'unlink' | 'refreeze' | null>(null);
  const { person } = respondent;
  const name = person?.name ?? respondent.accountText ?? t('cases.unknownPerson');
  const off = respondent.unlinkedAt !== null;
  return (
    <div className="n-person-block" data-off={off || undefined}>
      <div className="n-person-block-head">
        <div>
          <b>{name}</b>
          <div className="n-meta">
            {person !== null && <AsOf person={person} actDate={actDate} />}
            {t('cases.respondent.linked', { when: format.brief(respondent.linkedAt) })}
            {respondent.reason !== '' && `: ${respondent.reason}`}
          </div>
          {respondent.unlinkedAt !== null && (
            <div className="n-meta">
              {t('cases.respondent.unlinked', {
                when: format.brief(respondent.unlinkedAt),
                reason: respondent.unlinkReason ?? '',
              })}
            </div>
          )}
        </div>
        {!off && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={`${t('common.more')}: ${name}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {person !== null && (
                <Menu.Item onClick={() => setAsking('refreeze')}>{t('cases.respondent.refreeze')}</Menu.Item>
              )}
              <Menu.Item onClick={() => setAsking('unlink')}>{t('cases.respondent.unlink')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {person !== null && !off && <FrozenFacts person={person} />}
      {respondent.earlierBlocks.length > 0 && <Earlier blocks={respondent.earlierBlocks} />}
      {asking === 'unlink' && (
        <ReasonDialog
          title={t('cases.respondent.unlink')}
          text={t('cases.respondent.unlinkText', { name })}
          submitLabel={t('cases.respondent.unlink')}
          danger
          submit={(reason) => call('cases.unlinkRespondent', { id: caseId, respondentId: respondent.id, reason })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'refreeze' && (
        <ReasonDialog
          title={t('cases.respondent.refreeze')}
          text={t('cases.respondent.refreezeText', { name })}
          submitLabel={t('cases.respondent.refreeze')}
          submit={(reason) => call('cases.refreezePerson', { id: caseId, respondentId: respondent.id, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

/** Which day the block shows: that of the act, or another, which is then said. */
function AsOf({ person, actDate }: { person: PersonBlock; actDate: string | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { year, month, day } = localParts(new Date(person.asOf), format.zone);
  const shown = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  if (actDate === null) return `${t('cases.respondent.asOf', { when: format.date(person.asOf) })} · `;
  if (shown === actDate) return `${t('roster.onActDay', { day: format.calendar(actDate) })} · `;
  return (
    <span data-tone="waiting" style={{ color: 'var(--tone)' }}>
      {t('roster.notOnActDay', { day: format.calendar(shown), act: format.calendar(actDate) })} ·{' '}
    </span>
  );
}

function FrozenFacts({ person }: { person: PersonBlock }): ReactNode {
  const { t } = useTranslation();
  const status = EMPLOYMENT_STATUSES.find((listed) => listed === person.status);
  return (
    <div className="n-two-facts">
      <Facts
        rows={[
          [t('names.field.nip'), <Figure key="nip">{person.nip ?? person.nik}</Figure>],
          [t('names.field.status'), status === undefined ? person.status : t(`names.employment.${status}`)],
          [t('names.field.rank'), [person.rank, person.grade].filter((part) => part !== null).join(', ')],
        ]}
      />
      <Facts
        rows={[
          [t('names.field.position'), person.position],
          [t('names.field.unit'), person.unit],
          [t('names.field.agency'), person.agency],
        ]}
      />
    </div>
  );
}

function Earlier({ blocks }: { blocks: readonly PersonBlock[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className="n-meta">
      <summary>{t('cases.respondent.earlier', { n: blocks.length })}</summary>
      {blocks.map((block) => (
        <div key={block.asOf}>
          {t('cases.respondent.asOf', { when: format.date(block.asOf) })}:{' '}
          {[block.name, block.position, block.unit, block.grade].filter((part) => part !== null).join(' · ')}
        </div>
      ))}
    </details>
  );
}

function LinkDialog({ caseId, onClose }: { caseId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const [accountText, setAccountText] = useState('');
  return (
    <ReasonDialog
      title={t('cases.respondent.link')}
      text={t('cases.respondent.linkText')}
      submitLabel={t('cases.respondent.link')}
      ready={employeeId !== null || accountText.trim() !== ''}
      submit={(reason) => call('cases.linkRespondent', { id: caseId, employeeId, accountText, reason })}
      onClose={onClose}
    >
      <PersonPicker label={t('cases.create.person')} value={employeeId} onChange={setEmployeeId} />
      {employeeId === null && (
        <TextInput
          label={t('cases.respondent.account')}
          value={accountText}
          onChange={(event) => setAccountText(event.currentTarget.value)}
          mt="sm"
        />
      )}
      <div style={{ height: 12 }} />
    </ReasonDialog>
  );
}
