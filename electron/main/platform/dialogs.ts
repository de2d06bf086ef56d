/** The system's dialogs. Paths stay in main and the vault; a page gets tokens, or the name of a folder the person chose. */
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { InputOf } from '#shared/contract/index.ts';
import type { Word } from './words.ts';

type FilePurpose = InputOf<'app.chooseFiles'>['purpose'];
/** A case package's place is asked for by main itself: a page never learns it before. */
type DirectoryPurpose = InputOf<'app.chooseDirectory'>['purpose'] | 'case-package';

export interface Dialogs {
  /** Empty when the person closed the dialog. */
  chooseFiles(purpose: FilePurpose, multiple: boolean): Promise<readonly string[]>;
  chooseDirectory(purpose: DirectoryPurpose): Promise<string | null>;
  /** Null when the person closed the dialog. */
  chooseSavePath(suggestedName: string): Promise<string | null>;
  /** Asks before an address is opened outside the app. */
  confirmExternal(address: string): Promise<boolean>;
}

/** Dialogs over a window, or free when there is none. */
export function createDialogs(
  parent: () => BrowserWindow | undefined,
  words: () => Readonly<Record<Word, string>>,
): Dialogs {
  const open = (options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> => {
    const window = parent();
    return window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  };
  return {
    async chooseFiles(purpose, multiple) {
      const answer = await open({
        title: purpose === 'package-folder' ? words().chooseDirectory : words().chooseFiles,
        filters: filtersOf(purpose, words()),
        // The system's dialog picks files or folders, not both.
        properties:
          purpose === 'package-folder' ? ['openDirectory'] : multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return answer.canceled ? [] : answer.filePaths;
    },
    async chooseDirectory(purpose) {
      const making = purpose !== 'open-vault' && purpose !== 'restore-source';
      const answer = await open({
        title: words().chooseDirectory,
        properties: making ? ['openDirectory', 'createDirectory', 'promptToCreate'] : ['openDirectory'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async chooseSavePath(suggestedName) {
      const window = parent();
      const options = { title: words().save, defaultPath: suggestedName };
      const answer = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async confirmExternal(address) {
      const window = parent();
      const options: Electron.MessageBoxOptions = {
        type: 'question',
        message: words().openLinkTitle,
        detail: `${words().openLinkDetail}\n${address}`,
        buttons: [words().cancel, words().openLinkYes],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      };
      const answer = await (window === undefined
        ? dialog.showMessageBox(options)
        : dialog.showMessageBox(window, options));
      return answer.response === 1;
    },
  };
}

/** Only a help in the dialog: what a file is, is told by its content. */
const ROSTER_EXTENSIONS = ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'csv', 'tsv', 'txt', 'xml', 'html', 'htm'];

function filtersOf(purpose: FilePurpose, words: Readonly<Record<Word, string>>): FileFilter[] {
  const all = { name: words.allFiles, extensions: ['*'] };
  const table: Readonly<Record<FilePurpose, readonly FileFilter[]>> = {
    roster: [{ name: words.rosterFiles, extensions: ROSTER_EXTENSIONS }, all],
    evidence: [all],
    pdf: [{ name: words.pdfFiles, extensions: ['pdf'] }],
    certificate: [{ name: words.certificateFiles, extensions: ['pem', 'crt', 'cer', 'der', 'p7b', 'p7c'] }, all],
    p12: [{ name: words.keyFiles, extensions: ['p12', 'pfx'] }, all],
    package: [{ name: words.packageFiles, extensions: ['zip', 'age'] }, all],
    'package-folder': [],
    'report-intake': [{ name: words.intakeFiles, extensions: ['eml', 'csv', 'xlsx', 'xls', 'ods', 'txt', 'zip'] }, all],
    emblem: [{ name: words.pictureFiles, extensions: ['png', 'jpg', 'jpeg', 'webp'] }],
  };
  return [...table[purpose]];
}
