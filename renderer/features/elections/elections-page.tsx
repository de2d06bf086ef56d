/** Pemilihan: calendar, candidates, reminders and the rules of proposals, one part at a time. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { choices } from '../../ui/names.ts';
import { Calendar } from './calendar.tsx';
import { Candidates } from './candidates.tsx';
import { ElectionForm } from './election-form.tsx';
import { Reminders } from './reminders.tsx';
import { Rules } from './rules.tsx';
import './elections.css';

export const ELECTION_PARTS = ['calendar', 'candidates', 'reminders', 'rules'] as const;
export type ElectionPart = (typeof ELECTION_PARTS)[number];

interface ElectionsPageProps {
  readonly part: ElectionPart;
  readonly onPart: (part: ElectionPart) => void;
  /** The candidate or the reminder that is open, or the election that is looked for in the calendar. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

export function ElectionsPage({ part, onPart, selected, onSelect }: ElectionsPageProps): ReactNode {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const scrolls = part === 'calendar' || part === 'rules';
  return (
    <Page
      title={t('elections.title')}
      flush={!scrolls}
      actions={
        <Group gap="xs" wrap="nowrap" className="n-election-tools">
          <SegmentedControl
            aria-label={t('elections.part')}
            data={choices(ELECTION_PARTS, (one) => t(`elections.parts.${one}`))}
            value={part}
            onChange={onPart}
          />
          {part === 'calendar' && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              {t('elections.add')}
            </Button>
          )}
        </Group>
      }
    >
      <div className="n-elections" data-flush={!scrolls || undefined}>
        {part === 'calendar' && <Calendar selected={selected} />}
        {part === 'candidates' && <Candidates selected={selected} onSelect={onSelect} />}
        {part === 'reminders' && <Reminders selected={selected} onSelect={onSelect} />}
        {part === 'rules' && <Rules />}
      </div>
      {adding && <ElectionForm election={null} onClose={() => setAdding(false)} onSaved={onSelect} />}
    </Page>
  );
}
