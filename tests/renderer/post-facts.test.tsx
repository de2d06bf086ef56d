/** What a capture has besides its picture, on screen: the page's own statements, its media, the search in its words. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { evidence } from '../support/fake-pages.ts';
import { expectAccessible, showScreen } from './screen.tsx';

const id = evidence[0]?.id ?? '';
const ADDRESS = `/bukti?lihat=${id}`;

describe('what the page states', () => {
  it('stands in a block of its own with where it stands, and its time is used by a click', async () => {
    const { user, fake } = showScreen(ADDRESS);
    await user.click(await screen.findByRole('button', { name: /Rincian/ }));
    const block = (await screen.findByRole('heading', { name: 'Keterangan halaman' })).closest('section');
    if (block === null) throw new Error('no block');
    const inside = within(block);
    expect(inside.getByText('Rahmat Contoh').closest('li')?.textContent).toContain('JSON-LD');
    expect(inside.getByText(/berbeda-beda tentang: waktu unggah/)).toBeTruthy();
    expect(inside.getByText(/keterangan 2 unggahan lain/)).toBeTruthy();
    // Only the time with an offset can be used.
    expect(inside.getByText(/tanpa zona waktu/)).toBeTruthy();
    expect(inside.getAllByRole('button')).toHaveLength(1);
    await expectAccessible();
    await user.click(inside.getByRole('button', { name: 'Pakai sebagai waktu unggah' }));
    const input = { id, origin: 'json-ld', instant: '2026-11-19T01:15:00.000Z' };
    expect(fake.calls).toContainEqual({ name: 'evidence.usePostTime', input });
  });

  it('names the media with where they came from, and why one is not kept', async () => {
    const { user } = showScreen(ADDRESS);
    await user.click(await screen.findByRole('button', { name: /Rincian/ }));
    expect(await screen.findByText(/Foto · 1080 × 720 px .* Foto bersama di lapangan/)).toBeTruthy();
    expect(screen.getByText('disimpan sebagai media-01.jpg')).toBeTruthy();
    expect(screen.getByText('tidak disimpan: dialirkan sepotong-sepotong oleh halaman')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Media (1)' }));
    await user.click(await screen.findByRole('menuitem', { name: 'media-01.jpg', hidden: true }));
    expect(await screen.findByRole('button', { name: 'media-01.jpg', pressed: true })).toBeTruthy();
  });
});

describe('the search in a picture’s words', () => {
  const opened = async (): Promise<ReturnType<typeof showScreen> & { field: HTMLElement }> => {
    const shown = showScreen(ADDRESS);
    await screen.findByRole('img', { name: /Gambar bukti/ });
    await shown.user.keyboard('{Control>}f{/Control}');
    return { ...shown, field: await screen.findByRole('textbox', { name: 'Cari kata pada gambar' }) };
  };
  const marks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.n-hits span')];
  const current = (): number => marks().findIndex((mark) => mark.dataset['current'] === 'true');

  it('opens by Ctrl+F, marks every hit, and goes round by Enter and Shift+Enter', async () => {
    const { user, field } = await opened();
    await user.type(field, 'BERSAMA');
    const bar = screen.getByRole('search', { name: 'Cari kata pada gambar' });
    expect(await within(bar).findByText('1 dari 2')).toBeTruthy();
    expect([marks().length, current()]).toEqual([2, 0]);
    await user.keyboard('{Enter}');
    expect([within(bar).getByRole('status').textContent, current()]).toEqual(['2 dari 2', 1]);
    await user.keyboard('{Enter}');
    expect(current()).toBe(0);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(current()).toBe(1);
    await expectAccessible();
  });

  it('says when nothing is found, and closes by Escape without closing the viewer or opening the picture anew', async () => {
    const { user, field, fake } = await opened();
    const views = (): number => fake.calls.filter(({ name }) => name === 'evidence.view').length;
    const before = views();
    await user.type(field, 'tidak ada di sini');
    expect(await screen.findByText('Tidak ditemukan')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Cari kata pada gambar' })).toBeNull();
    expect(screen.getByRole('dialog', { name: 'Penampil bukti' })).toBeTruthy();
    expect(views()).toBe(before);
  });

  it('is not offered for what has no places of words', async () => {
    const other = evidence.find((row, index) => index > 0 && row.origin === 'capture' && row.thumbnail !== null);
    showScreen(`/bukti?lihat=${other?.id ?? ''}`);
    await screen.findByRole('img', { name: /Gambar bukti/ });
    expect(screen.queryByRole('button', { name: /Cari kata pada gambar/ })).toBeNull();
  });
});
