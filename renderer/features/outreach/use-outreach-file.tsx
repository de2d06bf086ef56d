/** Material of a session and scans of declarations: looked at and saved the same way. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/call.ts';
import { FileViewer } from '../../ui/file-viewer.tsx';
import { useNotify } from '../../ui/notify.tsx';

interface OutreachFile {
  readonly of: 'material' | 'pledge';
  readonly id: string;
  readonly name: string;
  readonly mime: string;
}

/** `viewer` is drawn by whoever asks; it is null while nothing is looked at. */
export function useOutreachFile(): {
  readonly look: (file: OutreachFile) => void;
  readonly save: (file: Omit<OutreachFile, 'mime'>) => void;
  readonly viewer: ReactNode;
} {
  const { t } = useTranslation();
  const notify = useNotify();
  const [looking, setLooking] = useState<OutreachFile | null>(null);
  const save = ({ of, id, name }: Omit<OutreachFile, 'mime'>): void => {
    call('outreach.saveFile', { of, id, name }).then(
      (answer) => answer.saved && notify.done(t('outreach.materials.saved', { name: answer.name })),
      notify.failed,
    );
  };
  const viewer = looking !== null && (
    <FileViewer
      name={looking.name}
      mime={looking.mime}
      open={() => call('outreach.viewFile', { of: looking.of, id: looking.id })}
      onSave={() => save(looking)}
      onClose={() => setLooking(null)}
    />
  );
  return { look: setLooking, save, viewer };
}
