/** The fields of a person that the app's purpose needs; every other column of a roster is named and never taken (UU PDP). */
export const ROSTER_FIELDS = [
  'nip',
  'nik',
  'nipLama',
  'name',
  'titleFront',
  'titleBack',
  'sex',
  'birthDate',
  'status',
  'grade',
  'rank',
  'position',
  'positionType',
  'unit',
  'agency',
  'workEmail',
  'workPhone',
] as const;

export type RosterField = (typeof ROSTER_FIELDS)[number];
