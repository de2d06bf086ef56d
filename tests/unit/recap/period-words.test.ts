/** A period is said once: what its two days share is not said twice. */
import { expect, it } from 'vitest';
import { periodWords } from '#shared/domain/recap/words.ts';

it.each([
  ['2026-11-01', '2026-11-30', 'November 2026', 'November 2026'],
  ['2026-11-01', '2026-11-23', '1–23 November 2026', '1–23 November 2026'],
  ['2026-11-23', '2026-11-23', '23 November 2026', '23 November 2026'],
  ['2026-08-25', '2026-11-23', '25 Agustus 2026 – 23 November 2026', '25 August 2026 – 23 November 2026'],
  ['2025-11-05', '2026-11-05', '5 November 2025 – 5 November 2026', '5 November 2025 – 5 November 2026'],
])('%s to %s', (from, to, id, en) => {
  expect(periodWords({ from, to }, 'id')).toBe(id);
  expect(periodWords({ from, to }, 'en')).toBe(en);
});
