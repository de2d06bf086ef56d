/** Taking in a report: what was found is taken or dropped, messages are chosen by keyboard, who reports stands apart. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { makeQueryClient } from '../../renderer/app/providers.tsx';
import { followJobs } from '../../renderer/bridge/jobs.ts';
import { IntakeDialog } from '../../renderer/features/public-reports/intake/intake-dialog.tsx';
import { makeI18n } from '../../renderer/i18n/index.ts';
import type { IntakeFiling } from '../../shared/contract/report-intake.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { makeFakeBridge } from '../support/fake-bridge.ts';
import { fakeChatLook } from '../support/fake-report-intake.ts';
import type { FakeAnswers } from '../support/fake-vault-states.ts';
import { expectAccessible } from './screen.tsx';

function show(answers: Partial<FakeAnswers> = {}, onFile: (filing: IntakeFiling) => Promise<void> = vi.fn()) {
  const fake = makeFakeBridge(answers);
  Object.assign(window, { netra: fake.bridge });
  const stop = followJobs();
  const onClose = vi.fn();
  const { unmount } = render(
    <I18nextProvider i18n={makeI18n('id')}>
      <MantineProvider env="test">
        <QueryClientProvider client={makeQueryClient()}>
          <IntakeDialog onFile={onFile} onClose={onClose} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  return { fake, onClose, user: userEvent.setup(), end: () => (unmount(), stop()) };
}

test('an email is read, its proposals are taken and dropped, and what was chosen is handed on', async () => {
  const filed = vi.fn<(filing: IntakeFiling) => Promise<void>>(() => Promise.resolve());
  const { user, onClose, end } = show({}, filed);
  await user.type(screen.getByRole('textbox', { name: /tempel teks/i }), 'laporan');
  await user.click(screen.getByRole('button', { name: 'Baca teks' }));
  await screen.findByDisplayValue('Laporan unggahan pegawai');
  await expectAccessible(document.body);
  await user.click(screen.getByRole('checkbox', { name: /^Tautan: / }));
  await user.click(screen.getByRole('checkbox', { name: /^Tanggal: / }));
  await user.click(screen.getByRole('checkbox', { name: 'Pelapor anonim' }));
  await user.click(screen.getByRole('button', { name: 'Daftarkan 1 laporan' }));
  expect(filed.mock.calls[0]?.[0].reports).toMatchObject([
    { links: [], eventDay: '2026-10-21', reporter: null, attachments: ['part-2'], account: 'Facebook @budi.contoh' },
  ]);
  expect(onClose).toHaveBeenCalledOnce();
  end();
});

test('messages of a chat are chosen by keyboard, and only composed ones are registered', async () => {
  const { user, fake, end } = show({
    'reportIntake.open': (_input, bridge) => bridge.job('report-intake', 'chat', fakeChatLook),
  });
  await user.type(screen.getByRole('textbox', { name: /tempel teks/i }), 'x');
  await user.click(screen.getByRole('button', { name: 'Baca teks' }));
  const list = await screen.findByRole('listbox', { name: 'Pesan percakapan' });
  const register = screen.getByRole<HTMLButtonElement>('button', { name: 'Daftarkan 0 laporan' });
  expect(register.disabled).toBe(true);
  list.focus();
  await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}{End}{/Control} ');
  expect(screen.getByText('4 dari 12 pesan dipilih')).toBeDefined();
  expect(within(list).getAllByRole('option', { selected: true })).toHaveLength(4);
  await user.click(screen.getByRole('button', { name: 'Susun laporan dari pesan terpilih' }));
  await screen.findByRole('button', { name: 'Daftarkan 1 laporan' });
  expect(fake.calls.find(({ name }) => name === 'reportIntake.compose')?.input).toMatchObject({
    ranges: [
      { from: 1, to: 3 },
      { from: 11, to: 11 },
    ],
  });
  end();
});

test('a refusal is told and another file can be tried', async () => {
  const { user, end } = show({
    'reportIntake.open': () => {
      throw new AppError('INTAKE_FORMAT_UNSUPPORTED', { format: 'pdf', name: 'surat.pdf' });
    },
  });
  await user.type(screen.getByRole('textbox', { name: /tempel teks/i }), 'x');
  await user.click(screen.getByRole('button', { name: 'Baca teks' }));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Berkas surat.pdf tidak dapat dibaca sebagai laporan',
  );
  expect(screen.getByRole('button', { name: 'Baca teks' })).toBeDefined();
  end();
});
