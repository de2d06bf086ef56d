import { it } from 'vitest';
import { ask, goTo, PASSPHRASE, sitDown } from '../support/journey/person.ts';
import { barSays, openCapture } from '../support/journey/capture.ts';
import { startHardSite } from '../support/capture-site/site.ts';
it('look', async () => {
  const site = await startHardSite();
  const person = await sitDown({});
  const page = person.page;
  await ask(page, 'vault.create', {
    directory: person.file('brankas'),
    name: 'Berkas',
    userName: 'Ani',
    passphrase: PASSPHRASE,
    practice: true,
  });
  await goTo(page, 'Bukti');
  const bar = await openCapture(person.netra, async () => {
    await ask(page, 'capture.openWindow', { caseId: null, address: `${site.http}/p/virtual-list` });
  });
  await new Promise((go) => setTimeout(go, 1500));
  await person.netra.app.evaluate(({ BrowserWindow }) => {
    const w = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('toolbar'));
    w?.setSize(900, 700);
  });
  await new Promise((go) => setTimeout(go, 600));
  await bar.screenshot({ path: '/tmp/scroll-900-idle.png' });
  await bar.getByRole('button', { name: 'Rekam gulir…' }).click();
  await new Promise((go) => setTimeout(go, 600));
  await bar.screenshot({ path: '/tmp/scroll-900-choose.png' });
  await bar.getByRole('button', { name: 'Mulai rekam' }).click();
  await new Promise((go) => setTimeout(go, 9000));
  await bar.screenshot({ path: '/tmp/scroll-900-running.png' });
  await bar.getByRole('button', { name: /Hentikan dan simpan/ }).press('Escape');
  console.log(await barSays(bar, /tersimpan sebagai/));
  await page.setViewportSize({ width: 1366, height: 768 }).catch(() => undefined);
  await page.getByRole('list', { name: 'Bukti' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Rekaman gulir' }).click();
  await page.getByText('Bingkai 1 dari').waitFor();
  await page.keyboard.press('ArrowRight');
  await new Promise((go) => setTimeout(go, 800));
  await page.screenshot({ path: '/tmp/scroll-viewer.png' });
  await page.keyboard.press('d');
  await new Promise((go) => setTimeout(go, 800));
  await page.setViewportSize({ width: 1093, height: 614 }).catch(() => undefined);
  await page.getByText('Tindakan petugas di halaman', { exact: true }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: '/tmp/scroll-details.png' });
  console.log(person.netra.problems, person.netra.violations);
  await person.netra.close();
  await site.close();
}, 120000);
