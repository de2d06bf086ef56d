/** Files onto a screen: dropped anywhere, pasted with Ctrl+V, chosen, or a part of the screen that was picked. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { ScreenRegion } from '#shared/contract/screen.ts';
import { call, registerDrop } from '../../bridge/call.ts';
import { useWindowDrop } from '../../ui/drop.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { IntakeDialog } from './intake.tsx';

/** The ways in for one screen; `element` draws the veil and the dialog. */
export function useTakingIn(caseId: string | null): {
  choose: () => void;
  paste: () => void;
  pickRegion: () => void;
  element: ReactNode;
} {
  const { t } = useTranslation();
  const notify = useNotify();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [region, setRegion] = useState<ScreenRegion | null>(null);
  const over = useWindowDrop(setFiles);
  const pickRegion = (): void =>
    void call('screen.pick', {}).then((answer) => {
      if (answer.region === null) return;
      setFiles([answer.region.file]);
      setRegion(answer.region.facts);
    }, notify.failed);
  const close = (): void => {
    setFiles([]);
    setRegion(null);
  };
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
      {files.length > 0 && <IntakeDialog files={files} region={region} caseId={caseId} onClose={close} />}
    </>
  );
  return { choose, paste, pickRegion, element };
}
