/** One file looked at inside the app: a picture or a video; what cannot be shown says so and can be saved. */
import { Button, Group, Modal } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { viewableAs } from '#shared/domain/evidence/viewable.ts';
import { evidenceAddress } from '../bridge/addresses.ts';
import { Bones, Empty, Problem } from './states.tsx';
import { useView } from './use-view.ts';

interface FileViewerProps {
  readonly name: string;
  readonly mime: string;
  /** Opens the file, which custody records; called once, and never for a type that is not shown. */
  readonly open: () => Promise<{ readonly handle: string }>;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** A dialog over everything; the handle is let go of when it closes. */
export function FileViewer({ name, mime, open, onSave, onClose }: FileViewerProps): ReactNode {
  const { t } = useTranslation();
  const how = viewableAs(mime);
  const isShown = how === 'image' || how === 'video';
  const { handle, error } = useView(isShown ? name : null, open);
  /** The browser could make no picture or video of the bytes. */
  const [broken, setBroken] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={
        <Group gap="md">
          <span>{name}</span>
          <Button variant="default" size="compact-sm" onClick={onSave}>
            {t('common.save')}
          </Button>
        </Group>
      }
      padding="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: 'n-file-viewer' }}
    >
      {error !== null && <Problem error={error} />}
      {(!isShown || broken) && (
        <Empty icon={IconFileUnknown} title={t('evidence.noPreview')}>
          {t(
            broken
              ? 'evidence.undecodableText'
              : mime === 'image/heic'
                ? 'evidence.heicText'
                : 'evidence.noPreviewText',
          )}
        </Empty>
      )}
      {isShown && handle === null && error === null && <Bones rows={12} />}
      {handle !== null && !broken && how === 'video' && (
        <video
          src={evidenceAddress(handle)}
          aria-label={name}
          controls
          // A copy leaves by saving alone, which custody records.
          controlsList="nodownload nofullscreen noremoteplayback"
          disablePictureInPicture
          onError={() => setBroken(true)}
        />
      )}
      {handle !== null && !broken && how === 'image' && (
        <img src={evidenceAddress(handle)} alt={name} onError={() => setBroken(true)} />
      )}
    </Modal>
  );
}
