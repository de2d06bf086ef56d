/** Files by drop or by the system's dialog: either way the page gets tokens and names, never paths. */
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { CallOf } from '#shared/contract/index.ts';
import { call, registerDrop } from '../bridge/call.ts';
import { useNotify } from './notify.tsx';

interface DropFieldProps {
  readonly title: string;
  readonly text: string;
  readonly purpose: CallOf<'app.chooseFiles'>['purpose'];
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  readonly multiple?: boolean;
}

/** A field to drop files on; a press opens the dialog. */
export function DropField({ title, text, purpose, onFiles, multiple = false }: DropFieldProps): ReactNode {
  const notify = useNotify();
  const [over, setOver] = useState(false);
  const take = (files: Promise<readonly ChosenFile[]>): void => {
    files.then((chosen) => chosen.length > 0 && onFiles(chosen), notify.failed);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) take(registerDrop(multiple ? files : files.slice(0, 1)));
  };
  return (
    <button
      type="button"
      className="n-drop"
      data-over={over || undefined}
      onClick={() => take(call('app.chooseFiles', { purpose, multiple }).then(({ files }) => files))}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileImport size={28} stroke={1.4} />
      <b>{title}</b>
      <span>{text}</span>
    </button>
  );
}

/** Takes files that are dropped anywhere on the window while the screen is mounted; true while they hover. */
export function useWindowDrop(onFiles: (files: readonly ChosenFile[]) => void): boolean {
  const [over, setOver] = useState(false);
  const { failed } = useNotify();
  const latest = useRef({ onFiles, failed });
  useEffect(() => {
    latest.current = { onFiles, failed };
  });
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: globalThis.DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: globalThis.DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (): void => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: globalThis.DragEvent): void => event.preventDefault();
    const drop = (event: globalThis.DragEvent): void => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) registerDrop(files).then(latest.current.onFiles, latest.current.failed);
    };
    const pairs = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', hover],
      ['drop', drop],
    ] as const;
    for (const [kind, listener] of pairs) window.addEventListener(kind, listener);
    return () => pairs.forEach(([kind, listener]) => window.removeEventListener(kind, listener));
  }, []);
  return over;
}
