/** One file of a received package, looked at inside the app: a picture, a video, a text, or a document's pages. */
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedFile } from '#shared/contract/handover.ts';
import { evidenceAddress } from '../../bridge/addresses.ts';
import { call } from '../../bridge/call.ts';
import { Bones, Problem } from '../../ui/states.tsx';
import { useView } from '../../ui/use-view.ts';

interface ViewerProps {
  readonly packageId: string;
  readonly file: ReceivedFile;
  readonly onClose: () => void;
  readonly pages: (handle: string) => ReactNode;
}

/** The file in a dialog of its own; custody records that it was opened. */
export function ReceivedFileViewer(props: ViewerProps): ReactNode {
  return props.file.viewable === 'text' ? <TextViewer {...props} /> : <OpenedViewer {...props} />;
}

function TextViewer({ packageId, file, onClose }: ViewerProps): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let left = false;
    call('handover.readText', { id: packageId, path: file.path }).then(
      (read) => !left && setText(read.text),
      (failed: unknown) => !left && setError(failed),
    );
    return () => {
      left = true;
    };
  }, [packageId, file.path]);
  return (
    <Frame file={file} onClose={onClose}>
      {error !== null && <Problem error={error} />}
      {text === null ? (
        error === null && <Bones rows={12} />
      ) : (
        <pre className="n-package-text" tabIndex={0} aria-label={file.path}>
          {text}
        </pre>
      )}
    </Frame>
  );
}

/** Opens the file (which custody records) and lets go of it on close. */
function OpenedViewer({ packageId, file, onClose, pages }: ViewerProps): ReactNode {
  const { handle, error } = useView(file.path, (path) => call('handover.view', { id: packageId, path }));
  return (
    <Frame file={file} onClose={onClose}>
      {error !== null && <Problem error={error} />}
      {handle === null ? error === null && <Bones rows={12} /> : <Shown file={file} handle={handle} pages={pages} />}
    </Frame>
  );
}

function Frame({
  file,
  onClose,
  children,
}: Pick<ViewerProps, 'file' | 'onClose'> & { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={file.path}
      padding="md"
      closeButtonProps={{ 'aria-label': t('handover.close') }}
      classNames={{ body: file.viewable === 'document' ? 'n-document-body' : 'n-package-viewer' }}
    >
      {children}
    </Modal>
  );
}

function Shown({
  file,
  handle,
  pages,
}: {
  file: ReceivedFile;
  handle: string;
  pages: (handle: string) => ReactNode;
}): ReactNode {
  if (file.viewable === 'document') return pages(handle);
  if (file.viewable === 'video') return <video src={evidenceAddress(handle)} controls />;
  return <img src={evidenceAddress(handle)} alt={file.path} />;
}
