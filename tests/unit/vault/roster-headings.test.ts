/** What our own workbooks call a field is what our import reads as that field. */
import { describe, expect, it } from 'vitest';
import { matchHeading } from '../../../shared/domain/roster/headings.ts';
import { ROSTER_FIELDS } from '../../../shared/domain/roster/fields.ts';
import { ROSTER_HEADINGS } from '../../../electron/vault/exports/roster-headings.ts';

describe('headings of our workbooks', () => {
  it.each(ROSTER_FIELDS)('%s is read as what it is', (field) => {
    expect(matchHeading(ROSTER_HEADINGS[field].heading)).toMatchObject({ field });
    expect(matchHeading(ROSTER_HEADINGS[field].heading).score).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['ALASAN', 'DUGAAN', 'ASAL'])('%s is read as nothing', (heading) => {
    expect(matchHeading(heading).field).toBeNull();
  });

  it.each(ROSTER_FIELDS)('the reason beside %s is read as nothing', (field) => {
    expect(matchHeading(`ALASAN ${ROSTER_HEADINGS[field].heading}`).field).toBeNull();
  });
});
