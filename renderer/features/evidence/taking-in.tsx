/** Files onto a screen: dropped anywhere, pasted with Ctrl+V, or chosen. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import { call, registerDrop } from '../../bridge/call.ts';
import { useWindowDrop } from '../../ui/drop.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { IntakeDialog } from './intake.tsx';

/** The ways in for one screen; `element` draws the veil and the dialog. */
export function useTakingIn(caseId: string | null): { choose: () => void; paste: () => void; element: ReactNode } {
  const { t } = useTranslation();
  const notify = useNotify();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const over = useWindowDrop(setFiles);
  const choose = (): void =>
    void call('app.chooseFiles', { purpose: 'evidence', multiple: true }).then(
      (answer) => setFiles(answer.files),
      notify.failed,
    );
  const paste = (): void =>
    void call('app.pasteImage', {}).then(({ file }) => {
      if (file !== null) setFiles([file]);
      else notify.done(t('evidence.intake.nothingPasted'));
    }, notify.failed);
  /** Files that were copied in the file manager come as they are; what has no file behind it is a picture. */
  const pasteFiles = (copied: readonly File[]): void =>
    void registerDrop(copied).then(
      (registered) => (registered.length > 0 ? setFiles(registered) : paste()),
      notify.failed,
    );
  const latest = useRef(pasteFiles);
  useEffect(() => {
    latest.current = pasteFiles;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (!typing) latest.current([...(event.clipboardData?.files ?? [])]);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
  const element = (
    <>
      {over && <div className="n-drop-veil">{t('evidence.dropHere')}</div>}
      {files.length > 0 && <IntakeDialog files={files} caseId={caseId} onClose={() => setFiles([])} />}
    </>
  );
  return { choose, paste, element };
}
