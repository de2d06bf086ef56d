/** The shell's keys: they work from everywhere but where text is typed. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showScreen } from './screen.tsx';

test('a digit goes to its place while a segmented control has the focus', async () => {
  const { user } = showScreen('/pengaturan');
  await user.click(await screen.findByRole('link', { name: 'Tampilan' }));
  const dark = await screen.findByRole('radio', { name: 'Gelap' });
  dark.focus();
  await user.keyboard('2');
  expect(await screen.findByRole('heading', { level: 1, name: 'Kasus' })).toBeDefined();
});

test('places beyond the ten digits are reached with Alt, and no plain letter leads away from a page', async () => {
  const { user } = showScreen('/kasus');
  await screen.findByRole('heading', { level: 1, name: 'Kasus' });
  await user.keyboard('hlp');
  expect(screen.getByRole('heading', { level: 1, name: 'Kasus' })).toBeDefined();
  await user.keyboard('{Alt>}3{/Alt}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Hoaks' })).toBeDefined();
});

test('a digit and a letter that are typed into a field stay there', async () => {
  const { user, fake } = showScreen('/kasus');
  const field = await screen.findByPlaceholderText(/^Cari nomor/);
  await user.type(field, 'a1');
  expect(field).toHaveProperty('value', 'a1');
  expect(screen.getByRole('heading', { level: 1, name: 'Kasus' })).toBeDefined();
  expect(fake.calls.some(({ name }) => name === 'capture.openWindow')).toBe(false);
});

test('a letter rests while a dialog is open', async () => {
  const { user, fake } = showScreen('/');
  await screen.findByRole('heading', { name: 'Kasus terakhir' });
  await user.keyboard('?');
  await screen.findByRole('dialog');
  await user.keyboard('a');
  expect(fake.calls.some(({ name }) => name === 'capture.openWindow')).toBe(false);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('a');
  await waitFor(() => expect(fake.calls.some(({ name }) => name === 'capture.openWindow')).toBe(true));
});
