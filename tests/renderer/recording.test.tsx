/** A scroll recording in the viewer: frame by frame with the keys, the text beside, gaps named and reached. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { evidence, evidencePage } from '../support/fake-pages.ts';
import { fakeHash, fakeId } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

const row = evidence.find((one) => one.origin === 'capture');
if (row === undefined) throw new Error('the fake has no capture');

const RECORDING = {
  mime: 'application/zip',
  name: 'scroll-frames.zip',
  viewable: 'none',
  width: 10,
  height: 10,
} as const;

it('goes from frame to frame, and lets go of every handle when it is left', async () => {
  const artefactId = fakeId(9, 901);
  const { user, fake } = showScreen(`/bukti?lihat=${row.id}`, {
    answers: {
      'evidence.get': ({ id }) => {
        const page = evidencePage(id);
        const kept = {
          ...RECORDING,
          id: artefactId,
          kind: 'scroll-frames',
          sha256: fakeHash(5),
          bytes: 1_000,
        } as const;
        return { ...page, artefacts: [...page.artefacts, kept] };
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Rekaman gulir' }));
  const side = await screen.findByRole('complementary', { name: 'Keterangan bingkai' });
  expect(within(side).getByText('Komentar nomor 1')).toBeTruthy();
  await expectAccessible();
  await user.keyboard('{ArrowRight}');
  expect(within(side).getByText('Komentar nomor 2')).toBeTruthy();
  expect(screen.getByRole('img', { name: /Bingkai 2 dari rekaman gulir/ })).toBeTruthy();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(within(side).getByText('Komentar nomor 1')).toBeTruthy();
  await user.click(within(side).getByRole('button', { name: 'Celah sebelum bingkai 3' }));
  expect(within(side).getByText('Komentar nomor 3')).toBeTruthy();
  expect(within(side).getByText(/celah: bagian dari bingkai sebelumnya tidak terlihat lagi/)).toBeTruthy();
  const opened = fake.calls.filter(({ name }) => name === 'evidence.openRecording');
  expect(opened).toEqual([{ name: 'evidence.openRecording', input: { id: row.id, artefactId } }]);
  await user.keyboard('{Escape}');
  await expect.poll(() => fake.calls.filter(({ name }) => name === 'app.releaseView').length).toBeGreaterThanOrEqual(3);
});
