/** What the fact check rests on, each with its capture where one was taken. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPage, HoaxSource } from '#shared/contract/hoaxes.ts';
import { call } from '../../bridge/call.ts';
import { useFormat } from '../../ui/format.ts';
import { FieldsDialog } from './fields-dialog.tsx';
import { isClosed, Part } from './part.tsx';
import { PartsSection } from './parts-section.tsx';
import { CaptureButton } from './spreads.tsx';

export function SourcesSection({ page: { hoax, sources } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState<HoaxSource | 'new' | null>(null);
  const facts = (source: HoaxSource): string =>
    [
      source.publisher,
      source.publishedOn === null ? '' : format.calendar(source.publishedOn),
      source.evidence === null
        ? t('hoaxes.source.notCaptured')
        : t('hoaxes.source.captured', { number: source.evidence.number }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <PartsSection
      title={t('hoaxes.sections.sources')}
      add={isClosed(hoax) ? null : { label: t('hoaxes.source.add'), onAdd: () => setEditing('new') }}
      none={t('hoaxes.source.none')}
      rows={sources}
      part={(source) => (
        <Part
          key={source.id}
          hoax={hoax}
          part="source"
          partId={source.id}
          name={source.title}
          onEdit={() => setEditing(source)}
          actions={source.address !== '' && source.evidence === null && <CaptureButton address={source.address} />}
        >
          <b>{source.title}</b>
          <div className="n-meta">{facts(source)}</div>
          {source.address !== '' && <div className="n-mono n-meta n-hoax-address">{source.address}</div>}
          {source.note !== '' && <p className="n-hoax-prose">{source.note}</p>}
        </Part>
      )}
    >
      {editing !== null && (
        <SourceDialog id={hoax.id} source={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </PartsSection>
  );
}

interface SourceDialogProps {
  readonly id: string;
  readonly source: HoaxSource | null;
  readonly onClose: () => void;
}

function SourceDialog({ id, source, onClose }: SourceDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FieldsDialog
      title={t(source === null ? 'hoaxes.source.add' : 'hoaxes.source.editTitle')}
      submitLabel={t('common.save')}
      fields={() => [
        { name: 'title', label: t('hoaxes.source.title'), input: 'line', required: true },
        { name: 'publisher', label: t('hoaxes.source.publisher'), input: 'line', required: true },
        { name: 'address', label: t('hoaxes.source.address'), input: 'line' },
        { name: 'publishedOn', label: t('hoaxes.source.publishedOn'), input: 'day' },
        { name: 'note', label: t('hoaxes.source.note'), input: 'text', maxLength: 500 },
        {
          name: 'evidence',
          label: t('hoaxes.source.evidence'),
          hint: t('hoaxes.source.evidenceHint'),
          input: 'evidence',
        },
      ]}
      initial={{
        title: source?.title ?? '',
        publisher: source?.publisher ?? '',
        address: source?.address ?? '',
        publishedOn: source?.publishedOn ?? '',
        note: source?.note ?? '',
        evidence: source?.evidence?.id ?? '',
      }}
      submit={(value) =>
        call('hoaxes.saveSource', {
          id,
          sourceId: source?.id ?? null,
          title: value('title'),
          publisher: value('publisher'),
          address: value('address'),
          publishedOn: value('publishedOn') || null,
          note: value('note'),
          evidenceId: value('evidence') || null,
        })
      }
      onClose={onClose}
    />
  );
}
