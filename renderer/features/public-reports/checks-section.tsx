/** What is asked of a report, what it has of it, and what an officer says of that. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicReportPage, RequirementCheck } from '#shared/contract/public-reports.ts';
import { CHECK_STATES, REQUIREMENT_GROUPS } from '#shared/domain/public-reports/requirements.ts';
import { call } from '../../bridge/call.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';

/** Syarat formil dan materiil. */
export function ChecksSection({ id, file }: { id: string; file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section id={id} title={t('publicReports.sections.checks')}>
      {REQUIREMENT_GROUPS.map((group) => (
        <div key={group}>
          <h3 className="n-subheading">{t(`publicReports.checks.group.${group}`)}</h3>
          <ul className="n-rows n-card">
            {file.checks
              .filter(({ requirement }) => requirement.group === group)
              .map((check) => (
                <li key={check.requirement.key} className="n-report-check">
                  <OneCheck reportId={file.report.id} check={check} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function OneCheck({ reportId, check }: { reportId: string; check: RequirementCheck }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { requirement, state, by, note } = check;
  const say = (said: (typeof CHECK_STATES)[number] | null): void =>
    void call('publicReports.check', { id: reportId, requirement: requirement.key, state: said, note }).catch(
      notify.failed,
    );
  return (
    <>
      <div>
        <div>{requirement.text}</div>
        <div className="n-meta">
          {[
            t(by === 'officer' ? 'publicReports.checks.byOfficer' : 'publicReports.checks.byFields'),
            note,
            t('publicReports.checks.basis', { basis: requirement.basis }),
            t(`names.verification.${requirement.verification}`),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </div>
      </div>
      <Group gap={4} wrap="nowrap">
        {by === 'officer' && (
          <Button variant="subtle" size="compact-xs" onClick={() => say(null)}>
            {t('publicReports.checks.reset')}
          </Button>
        )}
        <SegmentedControl
          size="xs"
          aria-label={requirement.text}
          data={choices(CHECK_STATES, (one) => t(`publicReports.checks.state.${one}`))}
          value={state}
          onChange={(value) => say(CHECK_STATES.find((one) => one === value) ?? null)}
        />
      </Group>
    </>
  );
}
