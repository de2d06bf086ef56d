/** What our own workbooks call a field is what our import reads as that field. */
import { describe, expect, it } from 'vitest';
import { matchHeading, proposeColumns } from '../../../shared/domain/roster/headings.ts';
import { ROSTER_FIELDS } from '../../../shared/domain/roster/fields.ts';
import { ROSTER_HEADINGS } from '../../../electron/vault/exports/roster-headings.ts';

describe('headings of our workbooks', () => {
  // The address of an account is told by the column of names beside it, so all are read together.
  it.each(proposeColumns(ROSTER_FIELDS.map((field) => ROSTER_HEADINGS[field].heading)))(
    '$heading is read as what it is',
    ({ field, index, score }) => {
      expect(field).toBe(ROSTER_FIELDS[index]);
      expect(score).toBeGreaterThanOrEqual(0.95);
    },
  );

  it.each(['ALASAN', 'DUGAAN', 'ASAL'])('%s is read as nothing', (heading) => {
    expect(matchHeading(heading).field).toBeNull();
  });

  it.each(ROSTER_FIELDS)('the reason beside %s is read as nothing', (field) => {
    expect(matchHeading(`ALASAN ${ROSTER_HEADINGS[field].heading}`).field).toBeNull();
  });
});
