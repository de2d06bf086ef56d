/** The public's reports that brought the hoax: their numbers, never who reported; linked and taken off here. */
import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { FieldsDialog } from './fields-dialog.tsx';
import { isClosed, Part } from './part.tsx';
import { PartsSection } from './parts-section.tsx';

/** Reports that the field offers at a time. */
const OFFERED = 30;

export function ReportsSection({ page: { hoax, reports } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [linking, setLinking] = useState(false);
  return (
    <PartsSection
      title={t('hoaxes.facts.reports')}
      add={isClosed(hoax) ? null : { label: t('hoaxes.report.link'), links: true, onAdd: () => setLinking(true) }}
      none={t('hoaxes.report.none')}
      rows={reports}
      part={(report) => (
        <Part key={report.id} hoax={hoax} part="report" partId={report.id} name={report.number}>
          <button
            type="button"
            className="n-hoax-link"
            onClick={() => void navigate({ to: '/aduan/$id', params: { id: report.reportId }, search: {} })}
          >
            <span className="n-mono">{report.number}</span>
          </button>
          <div className="n-meta">{format.calendar(report.receivedOn)}</div>
        </Part>
      )}
    >
      {linking && (
        <FieldsDialog
          title={t('hoaxes.report.link')}
          submitLabel={t('hoaxes.report.link')}
          fields={() => [
            {
              name: 'report',
              label: t('hoaxes.report.field'),
              hint: t('hoaxes.report.hint'),
              input: 'own',
              draw: (field) => <ReportField {...field} />,
              required: true,
            },
          ]}
          initial={{}}
          submit={(value) => call('hoaxes.linkReport', { id: hoax.id, reportId: value('report') })}
          onClose={() => setLinking(false)}
        />
      )}
    </PartsSection>
  );
}

interface ReportFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly error: string | null;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Finds a report by number, subject or who is reported. */
function ReportField({ label, hint, error, value, onChange }: ReportFieldProps): ReactNode {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const query = text === chosen?.label ? '' : text.trim();
  const found = useOperation('publicReports.list', { query, limit: OFFERED }, { keep: true });
  const rows = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.number} · ${row.subject}` }));
  const data = chosen === null || rows.some((row) => row.value === chosen.value) ? rows : [chosen, ...rows];
  return (
    <Select
      label={label}
      description={hint}
      error={error}
      data={data}
      value={value === '' ? null : value}
      onChange={(id) => {
        setChosen(data.find((row) => row.value === id) ?? null);
        onChange(id ?? '');
      }}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data-autofocus
    />
  );
}
