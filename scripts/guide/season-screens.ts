/**
 * Looks at every screen around the cases in the real app over a season's vault: each opened once in each language, then kept in
 * both themes and all sizes. Lists that print are kept as the PDF the printer would get. Fails when a page complains, breaks its
 * content security policy or is wider than its window.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tooWide } from '../../tests/support/journey/look-over.ts';
import { ask, type Person } from '../../tests/support/journey/person.ts';
import { WORDS } from '../../renderer/i18n/index.ts';
import { resize, setUpCamera } from './camera.ts';
import { inSeasonApp } from './season-app.ts';
import { bringToTop, type Records, type Screen, type Visit } from './season-acts.ts';
import { DIALOGS, EMPTY } from './season-dialogs.ts';
import { findRecords, PAPERS, SCREENS } from './season-places.ts';

const LANGUAGES = ['id', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const settings = readArguments(process.argv.slice(2));
/** In a vault that nothing was put in yet there is none to open. */
const NO_RECORDS: Records = {
  runningRound: '',
  finishedRound: '',
  person: '',
  newReport: '',
  reviewedReport: '',
  hoax: '',
  checkedHoax: '',
  concludedHoax: '',
  heldSession: '',
  candidate: '',
  case: '',
  month: '',
};
const complaints = new Set<string>();

mkdirSync(settings.folder, { recursive: true });
await inSeasonApp(settings.vault, lookAround);
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
process.stdout.write(`${settings.folder}\n`);
process.exitCode = complaints.size > 0 ? 1 : 0;

async function lookAround(person: Person): Promise<void> {
  const records = settings.empty ? NO_RECORDS : await findRecords(person.page);
  for (const language of settings.languages) {
    await ask(person.page, 'app.setPreferences', { language, theme: 'system' });
    const visit: Visit = { page: person.page, t: (key) => wordsOf(language, key), records };
    const screens = settings.empty ? EMPTY : [...SCREENS, ...DIALOGS];
    const papers = settings.empty ? [] : PAPERS;
    for (const screen of screens.filter(({ name }) => isWanted(name)))
      await look(person, visit, screen, language).catch((error: unknown) =>
        complaints.add(`${screen.name}-${language}: ${String(error)}`),
      );
    for (const paper of papers.filter(({ name }) => isWanted(name))) await print(person, visit, paper, language);
  }
  for (const line of [...person.netra.problems, ...person.netra.violations]) complaints.add(line);
}

function wordsOf(language: (typeof LANGUAGES)[number], key: string): string {
  const found = key.split('.').reduce<unknown>((part, name) => Reflect.get(Object(part), name), WORDS[language]);
  if (typeof found !== 'string') throw new Error(`the app has no words ${key}`);
  return found;
}

function isWanted(name: string): boolean {
  return settings.only.length === 0 || settings.only.some((one) => name.startsWith(one));
}

/** Opens the screen once; theme and size then change as they would for a person. */
async function look(person: Person, visit: Visit, screen: Screen, language: string): Promise<void> {
  const { netra, page } = person;
  const { app } = netra;
  const camera = await setUpCamera(app, page, settings.folder);
  await open(visit, screen);
  for (const theme of settings.themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor();
    for (const size of settings.sizes) {
      await resize(app, page, size);
      if (screen.top !== undefined) await bringToTop(page, screen.top);
      const name = [screen.name, language, theme, size.join('x')].join('-');
      await camera.take(name);
      for (const found of await tooWide(page)) complaints.add(`${name}: ${found}`);
    }
  }
}

async function open(visit: Visit, screen: Screen): Promise<void> {
  const { page, records } = visit;
  await page.evaluate((hash) => window.location.assign(hash), `#${screen.address(records)}`);
  await page.reload();
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.n-bones, [aria-busy="true"]') === null);
  await screen.act?.(visit);
}

/** What the printer would get: the page's own sheet, held fast while it is made into a PDF. */
async function print(person: Person, visit: Visit, paper: Screen, language: string): Promise<void> {
  const { netra, page } = person;
  await resize(netra.app, page, [1366, 768]);
  await open(visit, {
    ...paper,
    act: async () => {
      await page.evaluate(holdSheet);
      await (paper.act ?? pressPrint)(visit);
      await page.locator('html[data-sheet-held]').waitFor();
    },
  });
  const pdf = await netra.app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' }))?.toString('base64'),
  );
  writeFileSync(path.join(settings.folder, `${paper.name}-${language}.pdf`), Buffer.from(pdf ?? '', 'base64'));
}

async function pressPrint({ page, t }: Visit): Promise<void> {
  await page
    .getByRole('button', { name: t('common.print'), exact: true })
    .first()
    .click();
}

/** Instead of the system's dialog: a copy of the sheet stays when the page takes its own away. */
function holdSheet(): void {
  window.print = () => {
    const sheet = document.querySelector('body > .n-paper-list');
    if (sheet !== null) document.body.append(sheet.cloneNode(true));
    document.documentElement.dataset['sheetHeld'] = '';
  };
}

function readArguments(words: readonly string[]): {
  vault: string;
  folder: string;
  /** The lists of a vault that nothing was put in yet. */
  empty: boolean;
  only: string[];
  sizes: [number, number][];
  themes: (typeof THEMES)[number][];
  languages: (typeof LANGUAGES)[number][];
} {
  const value = (name: string, otherwise: string): string[] =>
    (words.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise)
      .split(',')
      .filter((one) => one !== '');
  const [vault, folder = 'demo-output/season-screens'] = words.filter((one) => !one.startsWith('--'));
  if (vault === undefined) throw new Error('which vault? Make one with: npm run season -- FOLDER');
  return {
    vault: path.resolve(vault),
    folder: path.resolve(folder),
    empty: words.includes('--empty'),
    only: value('only', ''),
    sizes: value('sizes', '1093x614,1366x768,1920x1080').map((size) => [
      Number(size.split('x')[0]),
      Number(size.split('x')[1]),
    ]),
    themes: THEMES.filter((theme) => value('themes', THEMES.join()).includes(theme)),
    languages: LANGUAGES.filter((language) => value('languages', LANGUAGES.join()).includes(language)),
  };
}
