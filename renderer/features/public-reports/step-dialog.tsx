/** The next step of a report, with all that the step must say. */
import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf } from '#shared/contract/index.ts';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import {
  CLOSE_REASONS,
  FORWARDED_TO,
  nextStates,
  type PublicReportState,
  stepFault,
} from '#shared/domain/public-reports/states.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { Notice } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { PersonPicker } from '../../ui/person-picker.tsx';
import { Segmented } from '../../ui/segmented.tsx';

type Said = Omit<CallOf<'publicReports.step'>, 'id' | 'reason' | 'to'>;

/** Asks for the step, what it needs and the reason. The vault decides by the same rule. */
export function StepDialog({ file, onClose }: { file: PublicReportPage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { report } = file;
  const offered = nextStates(report.state);
  const [to, setTo] = useState<PublicReportState | null>(offered.length === 1 ? (offered[0] ?? null) : null);
  const [said, setSaid] = useState<Said>({
    missing: file.checks.filter(({ state }) => state === 'belum').map(({ requirement }) => requirement.key),
    case: { how: 'new' },
  });
  return (
    <ReasonDialog
      title={t('publicReports.step.title')}
      submitLabel={t('publicReports.step.submit')}
      ready={to !== null && isReady(file, to, said)}
      submit={async (reason) => {
        if (to === null) return;
        await call('publicReports.step', { id: report.id, to, reason, ...only(to, said) });
        notify.done(t('publicReports.step.taken'));
      }}
      onClose={onClose}
    >
      <Stack gap="sm" mb="sm">
        <Select
          label={t('publicReports.step.to')}
          data={choices(offered, (state) => t(`publicReports.value.state.${state}`))}
          value={to}
          onChange={(value) => setTo(offered.find((state) => state === value) ?? null)}
          allowDeselect={false}
          data-autofocus
        />
        {to !== null && <Needs file={file} to={to} said={said} onChange={setSaid} />}
      </Stack>
    </ReasonDialog>
  );
}

/** What the chosen step takes; the rest of what was filled in stays behind. */
function only(to: PublicReportState, said: Said): Said {
  switch (to) {
    case 'kurang':
      return { missing: said.missing ?? [], dueDay: said.dueDay ?? null };
    case 'pemantauan':
      return { employeeId: said.employeeId ?? null, accountText: said.accountText ?? '' };
    case 'kasus':
      return { case: said.case ?? null };
    case 'diteruskan':
      return { forwardedTo: said.forwardedTo ?? null };
    case 'ditutup':
      return { closeReason: said.closeReason ?? null };
    default:
      return {};
  }
}

function isReady({ report }: PublicReportPage, to: PublicReportState, said: Said): boolean {
  const named = report.employee !== null || [report.accountText, report.address].some((part) => part !== '');
  const chosen = said.case ?? null;
  const fault = stepFault(report.state, {
    to,
    missing: said.missing ?? [],
    // The office's own deadline holds where none is given.
    dueDay: said.dueDay ?? '',
    watched: named || (said.employeeId ?? null) !== null || (said.accountText ?? '') !== '',
    hasCase: chosen !== null && (chosen.how === 'new' || chosen.caseId !== ''),
    forwardedTo: said.forwardedTo ?? null,
    closeReason: said.closeReason ?? null,
  });
  return fault === null;
}

interface NeedsProps {
  readonly file: PublicReportPage;
  readonly to: PublicReportState;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
}

function Needs({ file, to, said, onChange }: NeedsProps): ReactNode {
  const { t } = useTranslation();
  switch (to) {
    case 'kurang':
      return <Missing file={file} said={said} onChange={onChange} />;
    case 'pemantauan':
      return (
        <>
          <PersonPicker
            label={t('publicReports.step.person')}
            hint={t('publicReports.step.watchHint')}
            value={said.employeeId ?? null}
            onChange={(employeeId) => onChange({ ...said, employeeId })}
          />
          <TextInput
            label={t('publicReports.step.account')}
            value={said.accountText ?? ''}
            onChange={(event) => onChange({ ...said, accountText: event.currentTarget.value })}
          />
        </>
      );
    case 'kasus':
      return <IntoCase file={file} said={said} onChange={onChange} />;
    case 'diteruskan':
      return (
        <Select
          label={t('publicReports.step.forwardedTo')}
          data={choices(FORWARDED_TO, (one) => t(`publicReports.value.forwardedTo.${one}`))}
          value={said.forwardedTo ?? null}
          onChange={(value) => onChange({ ...said, forwardedTo: FORWARDED_TO.find((one) => one === value) ?? null })}
        />
      );
    case 'ditutup':
      return (
        <Select
          label={t('publicReports.step.closeReason')}
          data={choices(CLOSE_REASONS, (one) => t(`publicReports.value.closeReason.${one}`))}
          value={said.closeReason ?? null}
          onChange={(value) => onChange({ ...said, closeReason: CLOSE_REASONS.find((one) => one === value) ?? null })}
        />
      );
    case 'hoaks':
      return <Notice tone="info">{t('publicReports.step.hoaxText')}</Notice>;
    default:
      return file.report.state === 'baru' || file.report.state === 'kurang' ? null : (
        <Notice tone="info">{t('publicReports.step.reopenText')}</Notice>
      );
  }
}

function Missing({ file, said, onChange }: Omit<NeedsProps, 'to'>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox.Group
        label={t('publicReports.step.missing')}
        value={[...(said.missing ?? [])]}
        onChange={(missing) => onChange({ ...said, missing })}
      >
        <Stack gap={6} mt={4}>
          {file.checks.map(({ requirement }) => (
            <Checkbox key={requirement.key} value={requirement.key} label={requirement.text} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        type="date"
        label={t('publicReports.step.dueDay')}
        description={t('publicReports.step.dueHint')}
        value={said.dueDay ?? ''}
        onChange={(event) => onChange({ ...said, dueDay: event.currentTarget.value || null })}
      />
    </>
  );
}

function IntoCase({ file, said, onChange }: Omit<NeedsProps, 'to'>): ReactNode {
  const { t } = useTranslation();
  const cases = useOperation('cases.list', { limit: 500 }, { enabled: said.case?.how === 'join' });
  return (
    <>
      <Segmented
        label={t('publicReports.step.caseHow')}
        wide
        data={[
          { value: 'new', label: t('publicReports.step.caseNew') },
          { value: 'join', label: t('publicReports.step.caseJoin') },
        ]}
        value={said.case?.how ?? 'new'}
        onChange={(how) => onChange({ ...said, case: how === 'new' ? { how } : { how: 'join', caseId: '' } })}
      />
      {said.case?.how === 'join' ? (
        <Select
          label={t('publicReports.step.pickCase')}
          searchable
          limit={50}
          data={(cases.data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          value={said.case.caseId === '' ? null : said.case.caseId}
          onChange={(caseId) => onChange({ ...said, case: { how: 'join', caseId: caseId ?? '' } })}
        />
      ) : (
        <TextInput
          label={t('publicReports.step.caseTitle')}
          placeholder={file.report.subject}
          value={said.case?.title ?? ''}
          onChange={(event) => onChange({ ...said, case: { how: 'new', title: event.currentTarget.value } })}
        />
      )}
      <Notice tone="info">{t('publicReports.step.caseText')}</Notice>
    </>
  );
}
