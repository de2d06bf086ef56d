/** Evidence of the claim: linked from the tray or any case; what was captured at its addresses is offered. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import { call } from '../../bridge/call.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import { isClosed, Part } from './part.tsx';
import { PartsSection } from './parts-section.tsx';

export function CapturesSection({ page: { hoax, captures, offered } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const notify = useNotify();
  const [linking, setLinking] = useState(false);
  const link = (evidenceId: string): Promise<unknown> => call('hoaxes.linkCapture', { id: hoax.id, evidenceId });
  return (
    <PartsSection
      title={t('hoaxes.sections.captures')}
      add={isClosed(hoax) ? null : { label: t('hoaxes.capture.link'), links: true, onAdd: () => setLinking(true) }}
      none={t('hoaxes.capture.none')}
      rows={captures}
      part={(capture) => (
        <Part key={capture.id} hoax={hoax} part="capture" partId={capture.id} name={capture.number}>
          <button
            type="button"
            className="n-hoax-link"
            onClick={() => void navigate({ to: '/bukti', search: { lihat: capture.evidenceId } })}
          >
            <span className="n-mono">{capture.number}</span> {capture.title}
          </button>{' '}
          {capture.withdrawn && <Mark tone="problem">{t('hoaxes.capture.withdrawn')}</Mark>}
          <div className="n-meta">{format.instant(capture.capturedAt)}</div>
        </Part>
      )}
      below={
        offered.length > 0 &&
        !isClosed(hoax) && (
          <div className="n-hoax-offered">
            <span className="n-meta">{t('hoaxes.capture.offered')}</span>
            {offered.map(({ evidenceId, number }) => (
              <Button
                key={evidenceId}
                variant="default"
                size="compact-sm"
                onClick={() => void link(evidenceId).catch(notify.failed)}
              >
                {t('hoaxes.capture.linkOne', { number })}
              </Button>
            ))}
          </div>
        )
      }
    >
      {linking && (
        <FieldsDialog
          title={t('hoaxes.capture.link')}
          submitLabel={t('hoaxes.capture.link')}
          fields={() => [
            {
              name: 'evidence',
              label: t('hoaxes.capture.field'),
              hint: t('hoaxes.capture.hint'),
              input: 'evidence',
              required: true,
            },
          ]}
          initial={{}}
          submit={(value) => link(value('evidence'))}
          onClose={() => setLinking(false)}
        />
      )}
    </PartsSection>
  );
}
