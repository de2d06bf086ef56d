/** The allegations, each with its basis and how far that basis has been verified. */
import { ActionIcon, Button, Checkbox, Modal, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconStar, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage, LegalReference } from '#shared/contract/cases.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { Mark } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer, Problem } from '../../ui/states.tsx';

/** Dugaan. */
export function AllegationsSection({
  id,
  file,
  proposal,
}: {
  id: string;
  file: CasePage;
  proposal: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const standing = file.allegations.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <Section
      id={id}
      title={t('cases.sections.allegations')}
      actions={
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          {t('cases.allegation.add')}
        </Button>
      }
    >
      <div className="n-card">
        {file.allegations.length === 0 && <p className="n-plain-row n-quiet">{t('cases.allegation.none')}</p>}
        <ul className="n-rows">
          {file.allegations.map((allegation) => (
            <li key={allegation.id}>
              <AllegationRow caseId={file.case.id} allegation={allegation} />
            </li>
          ))}
        </ul>
      </div>
      {adding && (
        <AddAllegation
          caseId={file.case.id}
          taken={standing.map(({ reference }) => reference.code)}
          proposal={proposal}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

function AllegationRow({
  caseId,
  allegation,
}: {
  caseId: string;
  allegation: CasePage['allegations'][number];
}): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { reference } = allegation;
  const off = allegation.withdrawnAt !== null;
  return (
    <div className="n-allegation" data-off={off || undefined}>
      <span className="code">{reference.code}</span>
      <div>
        <p>{reference.text}</p>
        <div className="n-marks">
          {allegation.primary && (
            <Mark tone="sealed" icon={IconStar}>
              {t('cases.allegation.primary')}
            </Mark>
          )}
          <Mark tone="quiet">{t(`names.category.${reference.category}`)}</Mark>
          <VerificationMarks reference={reference} />
        </div>
        <div className="n-meta">
          {reference.prohibitionBasis !== null &&
            `${t('cases.allegation.prohibition')}: ${reference.prohibitionBasis}. `}
          {t('cases.allegation.sanction')}: {reference.sanction}
          {reference.sanctionBasis !== null && ` (${reference.sanctionBasis})`}
        </div>
        {off && (
          <div className="n-meta">{t('cases.allegation.withdrawn', { reason: allegation.withdrawReason ?? '' })}</div>
        )}
      </div>
      {!off && (
        <div>
          <Tooltip label={t('cases.allegation.withdraw')}>
            <ActionIcon
              aria-label={`${t('cases.allegation.withdraw')}: ${reference.code}`}
              onClick={() => setAsking(true)}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
      {asking && (
        <ReasonDialog
          title={t('cases.allegation.withdraw')}
          text={t('cases.allegation.withdrawText', { code: reference.code })}
          submitLabel={t('cases.allegation.withdraw')}
          danger
          submit={(reason) => call('cases.withdrawAllegation', { id: caseId, allegationId: allegation.id, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** Whether a row was verified, and whether a lawyer can open its source. */
export function VerificationMarks({ reference }: { reference: LegalReference }): ReactNode {
  const { t } = useTranslation();
  const verified = reference.verification === 'diverifikasi';
  return (
    <>
      <Mark tone={verified ? 'done' : 'waiting'}>
        {verified
          ? t('names.verification.diverifikasi')
          : `${t('cases.allegation.verify')} · ${t(`names.verification.${reference.verification}`)}`}
      </Mark>
      {reference.sourceUrl === null && <Mark tone="quiet">{t('cases.allegation.noSource')}</Mark>}
    </>
  );
}

function AddAllegation({
  caseId,
  taken,
  proposal,
  onClose,
}: {
  caseId: string;
  taken: readonly string[];
  proposal: ReactNode;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const table = useOperation('cases.legalReferences', {});
  const [query, setQuery] = useState('');
  const [socialOnly, setSocialOnly] = useState(true);
  const [primary, setPrimary] = useState(taken.length === 0);
  const { error, run } = useAction();
  const add = (code: string): Promise<void> =>
    run(async () => {
      await call('cases.addAllegation', { id: caseId, code, primary });
      onClose();
    });
  const matches = (row: LegalReference): boolean =>
    !taken.includes(row.code) &&
    (!socialOnly || row.socialMedia !== 'tidak') &&
    `${row.code} ${row.text}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('cases.allegation.pick')}
      size={720}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {proposal}
      <TextInput
        placeholder={t('cases.allegation.search')}
        aria-label={t('cases.allegation.search')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      <Checkbox
        my="sm"
        label={t('cases.allegation.socialMedia')}
        checked={socialOnly}
        onChange={(event) => setSocialOnly(event.currentTarget.checked)}
      />
      <Checkbox
        mb="sm"
        label={t('cases.allegation.makePrimary')}
        checked={primary}
        onChange={(event) => setPrimary(event.currentTarget.checked)}
      />
      {error !== null && <Problem error={error} />}
      <Answer of={table}>
        {({ rows }) => (
          <ul className="n-rows n-pick">
            {rows.filter(matches).map((row) => (
              <li key={row.code}>
                <button type="button" className="n-row" onClick={() => void add(row.code)}>
                  <div className="n-row-text">
                    <div>
                      <span className="n-mono">{row.code}</span> {row.text}
                    </div>
                    <div className="n-marks" style={{ margin: '4px 0 0' }}>
                      <Mark tone="quiet">{t(`names.category.${row.category}`)}</Mark>
                      <VerificationMarks reference={row} />
                    </div>
                  </div>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Modal>
  );
}
