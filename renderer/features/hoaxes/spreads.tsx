/** Where the claim spreads; each address opens in the capture window. */
import { Button } from '@mantine/core';
import { IconWorldDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPage, HoaxSpread } from '#shared/contract/hoaxes.ts';
import { SOCIAL_PLATFORMS } from '#shared/domain/roster/account-text.ts';
import { call } from '../../bridge/call.ts';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import { isClosed, Part } from './part.tsx';
import { PartsSection } from './parts-section.tsx';

export function SpreadsSection({ page: { hoax, spreads } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState<HoaxSpread | 'new' | null>(null);
  return (
    <PartsSection
      title={t('hoaxes.sections.spreads')}
      add={isClosed(hoax) ? null : { label: t('hoaxes.spread.add'), onAdd: () => setEditing('new') }}
      none={t('hoaxes.spread.none')}
      rows={spreads}
      part={(spread) => (
        <Part
          key={spread.id}
          hoax={hoax}
          part="spread"
          partId={spread.id}
          name={[spread.platform, spread.placeName].filter((part) => part !== '').join(' ')}
          onEdit={() => setEditing(spread)}
          actions={spread.address !== '' && <CaptureButton address={spread.address} />}
        >
          <b>{spread.platform}</b> {spread.placeName}
          {spread.address !== '' && <div className="n-mono n-meta n-hoax-address">{spread.address}</div>}
          <div className="n-meta">
            {[spread.firstSeen === null ? '' : format.calendar(spread.firstSeen), spread.reach, spread.note]
              .filter((part) => part !== '')
              .join(' · ')}
          </div>
        </Part>
      )}
    >
      {editing !== null && (
        <SpreadDialog id={hoax.id} spread={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </PartsSection>
  );
}

/** Into the tray: the item may serve cases as well. What is captured is then offered to be linked. */
export function CaptureButton({ address }: { address: string }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconWorldDownload size={15} />}
      aria-label={t('hoaxes.spread.captureOf', { address })}
      onClick={() => void call('capture.openWindow', { caseId: null, address }).catch(notify.failed)}
    >
      {t('hoaxes.spread.capture')}
    </Button>
  );
}

interface SpreadDialogProps {
  readonly id: string;
  readonly spread: HoaxSpread | null;
  readonly onClose: () => void;
}

function SpreadDialog({ id, spread, onClose }: SpreadDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FieldsDialog
      title={t(spread === null ? 'hoaxes.spread.add' : 'hoaxes.spread.editTitle')}
      submitLabel={t('common.save')}
      fields={() => [
        {
          name: 'platform',
          label: t('hoaxes.spread.platform'),
          input: 'suggest',
          required: true,
          options: choices(SOCIAL_PLATFORMS, (platform) => platform),
        },
        { name: 'address', label: t('hoaxes.spread.address'), input: 'line' },
        { name: 'placeName', label: t('hoaxes.spread.placeName'), input: 'line' },
        { name: 'firstSeen', label: t('hoaxes.spread.firstSeen'), input: 'day' },
        { name: 'reach', label: t('hoaxes.spread.reach'), hint: t('hoaxes.spread.reachHint'), input: 'line' },
        { name: 'note', label: t('hoaxes.spread.note'), input: 'line' },
      ]}
      initial={{
        platform: spread?.platform ?? '',
        address: spread?.address ?? '',
        placeName: spread?.placeName ?? '',
        firstSeen: spread?.firstSeen ?? '',
        reach: spread?.reach ?? '',
        note: spread?.note ?? '',
      }}
      submit={(value) =>
        call('hoaxes.saveSpread', {
          id,
          spreadId: spread?.id ?? null,
          platform: value('platform'),
          address: value('address'),
          placeName: value('placeName'),
          firstSeen: value('firstSeen') || null,
          reach: value('reach'),
          note: value('note'),
        })
      }
      onClose={onClose}
    />
  );
}
