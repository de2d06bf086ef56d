/** Sosialisasi: sessions, declarations, coverage and the handout, one beside the other. */
import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '../../ui/names.ts';
import { Page } from '../../ui/page.tsx';
import { CoveragePart } from './coverage.tsx';
import { HandoutPart } from './handout.tsx';
import { PledgesPart } from './pledges.tsx';
import { SessionPage } from './session-page.tsx';
import { SessionsPart } from './sessions.tsx';
import './outreach.css';

/** The parts, as the address names them. */
export const OUTREACH_PARTS = ['sesi', 'ikrar', 'cakupan', 'bahan'] as const;
export type OutreachPart = (typeof OUTREACH_PARTS)[number];

interface OutreachPageProps {
  readonly part: OutreachPart;
  /** The session that is open. */
  readonly selected: string | undefined;
  readonly onPart: (part: OutreachPart) => void;
  readonly onSession: (id: string | undefined) => void;
  /** Makes the handout's PDF: another feature's screen. */
  readonly onHandoutPdf: () => void;
}

const PARTS: Readonly<Record<OutreachPart, (props: OutreachPageProps) => ReactNode>> = {
  sesi: ({ onSession }) => <SessionsPart onOpen={onSession} />,
  ikrar: () => <PledgesPart />,
  cakupan: ({ onSession }) => <CoveragePart onSession={onSession} />,
  bahan: ({ onHandoutPdf }) => <HandoutPart onPdf={onHandoutPdf} />,
};

/** The page; an open session takes its place. */
export function OutreachPage(props: OutreachPageProps): ReactNode {
  const { t } = useTranslation();
  const { part, selected, onPart, onSession } = props;
  if (selected !== undefined) return <SessionPage key={selected} id={selected} onClose={() => onSession(undefined)} />;
  return (
    <Page
      title={t('outreach.title')}
      flush
      actions={
        <SegmentedControl
          aria-label={t('outreach.part.label')}
          data={choices(OUTREACH_PARTS, (one) => t(`outreach.part.${one}`))}
          value={part}
          onChange={onPart}
        />
      }
    >
      {PARTS[part](props)}
    </Page>
  );
}
