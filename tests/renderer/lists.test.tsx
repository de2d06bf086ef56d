/** Lists: columns as the person set them, export, and a gallery longer than one page. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeCase, fakeEmployee, fakeEvidence, fakeId } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());
// jsdom has no pointer capture.
Object.assign(HTMLElement.prototype, { setPointerCapture: () => undefined });

const headings = (): string[] =>
  within(screen.getByRole('grid'))
    .getAllByRole('columnheader')
    .map((heading) => heading.textContent);
const template = (): string => screen.getAllByRole('row')[0]?.style.gridTemplateColumns ?? '';
/** The lists' memory as main was last asked to keep it. */
const kept = (calls: readonly { name: string; input: unknown }[]): unknown => {
  const last = calls.findLast(({ name }) => name === 'app.setPreferences')?.input;
  const lists = (last as { lists?: Record<string, string> } | undefined)?.lists ?? {};
  return JSON.parse(lists['roster.columns'] ?? 'null');
};
const rosterShown = async (): Promise<HTMLElement> => {
  await screen.findByText('Ahmad Saputra, S.Pd.');
  return screen.getByRole('grid', { name: 'Pegawai' });
};

test('Alt and an arrow on a heading set its width, which is remembered and put back by double click', async () => {
  const { user, fake } = showScreen('/pegawai');
  const grid = await rosterShown();
  const first = template();
  const heading = within(grid).getByRole('columnheader', { name: /^Jabatan/ });
  vi.spyOn(heading, 'getBoundingClientRect').mockReturnValue({ width: 200 } as DOMRect);
  within(heading).getByRole('button').focus();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  expect(template()).toContain('216px');
  expect(kept(fake.calls)).toEqual({ sizes: { position: 216 }, hidden: [] });
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(kept(fake.calls)).toEqual({ sizes: { position: 184 }, hidden: [] });
  // Without Alt an arrow is no width, and the rows' own keys are untouched.
  await user.keyboard('{ArrowRight}');
  expect(kept(fake.calls)).toEqual({ sizes: { position: 184 }, hidden: [] });
  const edge = heading.querySelector('.n-grid-edge')!;
  await user.dblClick(edge);
  expect(kept(fake.calls)).toEqual({ sizes: {}, hidden: [] });
  expect(template()).toBe(first);
});

test('an edge is pulled: rows follow at once, the width is kept when it is let go, within bounds', async () => {
  const { fake } = showScreen('/pegawai');
  const grid = await rosterShown();
  const heading = within(grid).getByRole('columnheader', { name: /^NIP/ });
  vi.spyOn(heading, 'getBoundingClientRect').mockReturnValue({ width: 160 } as DOMRect);
  const edge = heading.querySelector('.n-grid-edge')!;
  const at = (clientX: number): { pointerId: number; button: number; clientX: number } => ({
    pointerId: 1,
    button: 0,
    clientX,
  });
  fireEvent.pointerDown(edge, at(500));
  fireEvent.pointerMove(edge, at(560));
  expect(template()).toContain('220px');
  expect(screen.getAllByRole('row')[1]?.style.gridTemplateColumns).toBe(template());
  expect(kept(fake.calls)).toBe(null);
  fireEvent.pointerUp(edge, at(560));
  expect(kept(fake.calls)).toEqual({ sizes: { nip: 220 }, hidden: [] });
  fireEvent.pointerDown(edge, at(500));
  fireEvent.pointerUp(edge, at(-500));
  expect(kept(fake.calls)).toEqual({ sizes: { nip: 40 }, hidden: [] });
  // A press without a pull changes nothing.
  const before = fake.calls.length;
  fireEvent.pointerDown(edge, at(500));
  fireEvent.pointerUp(edge, at(500));
  expect(fake.calls.length).toBe(before);
});

test('columns are hidden by the menu, all but the one that names the row, and come back with a reset', async () => {
  const { user, fake } = showScreen('/pegawai');
  await rosterShown();
  expect(headings()).toHaveLength(7);
  await user.click(screen.getByRole('button', { name: 'Kolom' }));
  expect(screen.queryByRole('menuitemcheckbox', { name: 'Nama', hidden: true })).toBe(null);
  const choice = await screen.findByRole('menuitemcheckbox', { name: 'Gol.', hidden: true });
  expect(choice.getAttribute('aria-checked')).toBe('true');
  await user.click(choice);
  expect(choice.getAttribute('aria-checked')).toBe('false');
  expect(headings()).not.toContain('Gol.');
  expect(screen.getByRole('grid').getAttribute('aria-colcount')).toBe('6');
  expect(within(screen.getAllByRole('row')[1]!).getAllByRole('gridcell')).toHaveLength(6);
  expect(kept(fake.calls)).toEqual({ sizes: {}, hidden: ['grade'] });
  await user.click(screen.getByRole('menuitem', { name: 'Kembalikan susunan awal', hidden: true }));
  expect(headings()).toHaveLength(7);
});

test('what was set is there again at the next visit, and rests beside a person', async () => {
  const remembered = {
    language: 'id' as const,
    theme: 'system' as const,
    density: 'comfortable' as const,
    sidebarCollapsed: false,
    lists: { 'roster.columns': JSON.stringify({ sizes: { name: 333 }, hidden: ['unit', 'name'] }) },
  };
  const { user } = showScreen('/pegawai', { answers: { 'app.getPreferences': () => remembered } });
  const grid = await rosterShown();
  await waitFor(() => expect(template()).toMatch(/^333px /));
  // The name stays even where a memory says otherwise.
  expect(headings()).toEqual(['Nama', 'NIP / NIK', 'Jabatan', 'Gol.', 'Status', 'Kasus']);
  await expectAccessible();
  grid.focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('complementary');
  expect(headings()).toEqual(['Nama', 'NIP / NIK']);
  expect(template()).not.toContain('333px');
  expect(screen.queryByRole('button', { name: 'Kolom' })).toBe(null);
});

test('a memory that no longer fits is forgotten', async () => {
  const broken = JSON.stringify({ sizes: { name: -4 }, hidden: 'unit' });
  showScreen('/pegawai', {
    answers: {
      'app.getPreferences': () => ({
        language: 'id',
        theme: 'system',
        density: 'comfortable',
        sidebarCollapsed: false,
        lists: { 'roster.columns': broken },
      }),
    },
  });
  await rosterShown();
  expect(headings()).toHaveLength(7);
});

test('a list is exported with its search, filters and sort, and says what was saved', async () => {
  const { user, fake } = showScreen('/pegawai');
  await rosterShown();
  await user.click(screen.getByRole('button', { name: 'NIP / NIK' }));
  await user.type(screen.getByLabelText('Cari nama, NIP, jabatan, atau unit'), 'dinas');
  await waitFor(() =>
    expect(fake.calls.some(({ input }) => (input as { query?: string }).query === 'dinas')).toBe(true),
  );
  await user.click(await screen.findByRole('button', { name: 'Ekspor' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Excel (.xlsx)', hidden: true }));
  expect(await screen.findByText('roster.xlsx tersimpan (12 baris).')).toBeDefined();
  const selection = { list: 'roster', query: 'dinas', sort: 'nip', descending: false };
  const exported = (): unknown[] => fake.calls.filter(({ name }) => name === 'lists.export').map(({ input }) => input);
  expect(exported()).toEqual([{ selection, format: 'xlsx' }]);
  await user.click(screen.getByRole('button', { name: 'Ekspor' }));
  await user.click(await screen.findByRole('menuitem', { name: 'CSV (.csv)', hidden: true }));
  expect(await screen.findByText('roster.csv tersimpan (12 baris).')).toBeDefined();
  expect(exported()[1]).toEqual({ selection, format: 'csv' });
});

test.each([
  ['/kasus', 'cases'],
  ['/bukti', 'evidence'],
  ['/jejak', 'custody'],
])('%s has its export; a closed dialog says nothing, a failure is said in words', async (address, list) => {
  const answers = [
    () => ({ saved: false, name: '', rows: 0 }),
    () => {
      throw new AppError('FOLDER_NOT_WRITABLE');
    },
  ];
  const { user, fake } = showScreen(address, { answers: { 'lists.export': () => answers.shift()!() } });
  const button = await screen.findByRole('button', { name: 'Ekspor' });
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
  const asExcel = async (): Promise<void> =>
    user.click(await screen.findByRole('menuitem', { name: 'Excel (.xlsx)', hidden: true }));
  button.focus();
  await user.keyboard('{Enter}');
  await asExcel();
  await waitFor(() => expect(fake.calls.filter(({ name }) => name === 'lists.export')).toHaveLength(1));
  expect(fake.calls.find(({ name }) => name === 'lists.export')?.input).toMatchObject({ selection: { list } });
  expect(screen.queryByText(/tersimpan/)).toBe(null);
  await waitFor(() => expect(button.hasAttribute('data-loading')).toBe(false));
  await user.click(button);
  await asExcel();
  expect(await screen.findByText(/dapat ditulis|tulis/)).toBeDefined();
});

/** Ends of lists that come near when the test says so; undone by vi.unstubAllGlobals. */
function stubEnds(): (() => void)[] {
  const near: (() => void)[] = [];
  class Observer {
    private readonly told: IntersectionObserverCallback;
    constructor(told: IntersectionObserverCallback) {
      this.told = told;
    }
    observe(): void {
      near.push(() => this.told([{ isIntersecting: true } as IntersectionObserverEntry], this as never));
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  return near;
}

test('the gallery fetches page after page as its end comes near, and counts all from the first', async () => {
  const all = Array.from({ length: 1_234 }, (_, index) => fakeEvidence(index));
  const near = stubEnds();
  const { fake } = showScreen('/bukti', {
    answers: {
      'evidence.list': ({ offset, limit }) => ({ total: all.length, rows: all.slice(offset, offset + limit) }),
    },
  });
  const list = await screen.findByLabelText('Bukti', { selector: '[role=list]' });
  const asked = (): number[] =>
    fake.calls.flatMap(({ name, input }) => (name === 'evidence.list' ? [(input as { offset: number }).offset] : []));
  expect(screen.getByText('1.234 ditemukan')).toBeDefined();
  // Queries by role are slow among so many.
  const tiles = (): number => list.querySelectorAll('[role=listitem]').length;
  expect(tiles()).toBe(500);
  for (const expected of [1_000, 1_234]) {
    near.at(-1)!();
    await waitFor(() => expect(tiles()).toBe(expected));
  }
  expect(asked()).toEqual([0, 500, 1_000]);
  near.at(-1)!();
  await Promise.resolve();
  expect(asked()).toHaveLength(3);
  expect(screen.getByText('1.234 ditemukan')).toBeDefined();
  vi.unstubAllGlobals();
});

test('the cases beside what they open come page after page, and arrow keys walk them', async () => {
  const near = stubEnds();
  const all = Array.from({ length: 520 }, (_, index) => ({ ...fakeCase(index % 9), id: fakeId(2, index) }));
  const { user } = showScreen('/kasus', {
    answers: {
      'cases.list': ({ offset, limit }) => ({ total: all.length, rows: all.slice(offset, offset + limit) }),
    },
  });
  const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.n-side-row')];
  await waitFor(() => expect(rows()).toHaveLength(500));
  near.at(-1)!();
  await waitFor(() => expect(rows()).toHaveLength(520));
  const at = (): number => rows().findIndex((row) => row === document.activeElement);
  rows()[0]!.focus();
  for (const [key, place] of [
    ['{ArrowDown}', 1],
    ['{ArrowUp}', 0],
    ['{ArrowUp}', 0],
    ['{End}', 519],
    ['{ArrowDown}', 519],
    ['{Home}', 0],
  ] as const) {
    await user.keyboard(key);
    expect([key, at()]).toEqual([key, place]);
  }
  vi.unstubAllGlobals();
});

test('failed attempts to open have no known actor in the audit trail; who recorded them stands in the entry', async () => {
  const { user } = showScreen('/jejak');
  const entry = await screen.findByRole('row', { name: /Percobaan membuka gagal/ });
  expect(entry.textContent).toContain('tidak diketahui');
  await user.click(entry);
  const panel = await screen.findByRole('complementary', { name: /^Entri 1/ });
  expect(panel.textContent).toContain('Petugastidak diketahui');
  expect(panel.textContent).toContain('Dicatat olehBagus Prakoso');
});

/** Scrolling as a window does it; jsdom only takes note. */
function scrollForReal(): void {
  const height = vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(100_000);
  const scroll = vi.spyOn(HTMLElement.prototype, 'scrollTo').mockImplementation(function scrollTo(
    this: HTMLElement,
    to,
  ) {
    this.scrollTop = (to as ScrollToOptions).top ?? 0;
    queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
  });
  onTestFinished(() => [height, scroll].forEach((spy) => spy.mockRestore()));
}

test('a person opened by an address is scrolled to, also one who is many blocks away', async () => {
  scrollForReal();
  const all = Array.from({ length: 1_050 }, (_, index) => fakeEmployee(index));
  const { user, fake } = showScreen(`/pegawai?pilih=${all[1_003]!.id}`, {
    answers: {
      'roster.list': ({ offset, limit }) => ({ total: all.length, rows: all.slice(offset, offset + limit) }),
    },
  });
  const grid = await screen.findByRole('grid', { name: 'Pegawai' });
  await waitFor(() => expect(within(grid).getByRole('row', { selected: true }).ariaRowIndex).toBe('1005'));
  expect(grid.scrollTop).toBeGreaterThan(30_000);
  // The keys go on from there, and nothing pulls the list back.
  grid.focus();
  await user.keyboard('{Home}');
  await waitFor(() => expect(grid.scrollTop).toBe(0));
  expect(within(grid).queryByRole('row', { selected: true })).toBe(null);
  const offsets = fake.calls.flatMap(({ name, input }) =>
    name === 'roster.list' ? [(input as { offset: number }).offset] : [],
  );
  expect(new Set(offsets)).toEqual(new Set([0, 200, 400, 600, 800, 1_000]));
});

test('a row that the list does not hold leaves it where it is', async () => {
  scrollForReal();
  showScreen(`/pegawai?pilih=${fakeEmployee(500_000).id}`);
  const grid = await screen.findByRole('grid', { name: 'Pegawai' });
  await screen.findByRole('complementary');
  expect(grid.scrollTop).toBe(0);
  expect(within(grid).queryByRole('row', { selected: true })).toBe(null);
});

test.each(['/kasus', '/aduan'])('%s: the row that an address chose is brought into view', async (address) => {
  const seen = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
  onTestFinished(() => seen.mockRestore());
  const { user } = showScreen(address);
  const rows = await screen.findByRole('list');
  expect(seen).not.toHaveBeenCalled();
  await user.click(within(rows).getAllByRole('button')[1]!);
  const chosen = await screen.findByRole('button', { current: true });
  expect(seen.mock.instances).toContain(chosen);
});

test.each([
  ['/pegawai', 'roster.list'],
  ['/hoaks', 'hoaxes.list'],
  ['/sosialisasi', 'outreach.list'],
  ['/sosialisasi?bagian=ikrar', 'outreach.pledges'],
  ['/sosialisasi?bagian=cakupan', 'outreach.persons'],
  ['/pemantauan', 'monitoring.rounds'],
  ['/pemilihan?bagian=candidates', 'elections.candidates'],
  ['/pemilihan?bagian=reminders', 'elections.reminderList'],
  ['/aduan', 'publicReports.list'],
  ['/kasus', 'cases.list'],
] as const)(
  '%s: a list that could not be fetched says so, is never called empty, and is asked for again',
  async (address, name) => {
    let broken = true;
    const { user } = showScreen(address, {
      answers: {
        [name]: () => {
          if (broken) throw new AppError('DISK_FULL');
          return { total: 0, rows: [] };
        },
      },
    });
    const problem = await screen.findByRole('alert');
    const empty = (): Element | null => document.querySelector(':is(.n-grid, .n-side-list) .n-empty-title');
    expect(problem.textContent).toContain('DISK_FULL');
    expect(empty()).toBe(null);
    expect(screen.queryByRole('grid')).toBe(null);
    broken = false;
    await user.click(within(problem).getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(empty()).not.toBe(null));
    expect(screen.queryByRole('alert')).toBe(null);
  },
);
