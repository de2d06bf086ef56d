/** The day of an act as an instant: noon, so that it is the same day in every Indonesian zone. */
export function actInstant(day: string | null): string | null {
  return day === null ? null : `${day}T05:00:00.000Z`;
}
