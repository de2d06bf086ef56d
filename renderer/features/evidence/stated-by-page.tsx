/** What the captured page states about its post, each with where it stands: kept apart from the officer's own words. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { factWords, originWords, postFactRemarks } from '#shared/domain/capture/post-fact-words.ts';
import { FACT_NAMES } from '#shared/domain/capture/post-facts.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Section } from '../../ui/page.tsx';

type Stated = NonNullable<CaptureOnFile['postFacts']>;
type Fact = Stated['facts'][number];

/** Nothing where the page states nothing. */
export function StatedByPage({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { postFacts } = record;
  if (postFacts === null) return null;
  const remarks = postFactRemarks(postFacts, language);
  const names = FACT_NAMES.filter((name) => postFacts.facts.some((fact) => fact.name === name));
  return (
    <Section title={t('evidence.stated.title')}>
      <p className="n-meta">{t('evidence.stated.text')}</p>
      {remarks.length > 0 && (
        <Notice tone="waiting">
          {remarks.map((remark) => (
            <div key={remark}>{remark}</div>
          ))}
        </Notice>
      )}
      <Facts
        rows={names.map((name) => [
          factWords(name, language),
          <Statements
            key={name}
            facts={postFacts.facts.filter((fact) => fact.name === name)}
            differ={postFacts.conflicts.includes(name)}
            record={record}
          />,
        ])}
      />
    </Section>
  );
}

function Statements({
  facts,
  differ,
  record,
}: {
  facts: readonly Fact[];
  differ: boolean;
  record: CaptureOnFile;
}): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {differ && (
        <Mark tone="waiting" plain>
          {t('evidence.stated.differs')}
        </Mark>
      )}
      <ul className="n-stated">
        {facts.map((fact) => (
          <li key={`${fact.origin} ${fact.value}`}>
            <Value fact={fact} /> <span className="n-meta">{originWords(fact.origin, language)}</span>
            {fact.name === 'postedAt' && fact.instant !== null && <UseTime fact={fact} record={record} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A time with its offset is told in the office's zone too; the page's own text stands beside it. */
function Value({ fact }: { fact: Fact }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (fact.name !== 'postedAt' && fact.name !== 'editedAt') return <bdi>{fact.value}</bdi>;
  const read = fact.instant === null ? t('evidence.stated.noZone') : format.instant(fact.instant);
  return (
    <>
      {read} <span className="n-mono">{fact.value}</span>
    </>
  );
}

function UseTime({ fact, record }: { fact: Fact; record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const { origin, instant } = fact;
  const use = async (): Promise<void> => {
    if (instant === null) return;
    setBusy(true);
    try {
      await call('evidence.usePostTime', { id: record.evidenceId, origin, instant });
      notify.done(t('evidence.stated.used'));
    } catch (error) {
      notify.failed(error);
    } finally {
      setBusy(false);
    }
  };
  if (record.postedAtFrom === origin)
    return (
      <Mark tone="done" plain>
        {t('evidence.stated.used')}
      </Mark>
    );
  return (
    <Button variant="default" size="compact-xs" loading={busy} onClick={() => void use()}>
      {t('evidence.stated.use')}
    </Button>
  );
}
