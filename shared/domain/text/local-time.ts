/** Times as an Indonesian officer writes them; the database knows UTC only. */
import { terbilang } from './terbilang.ts';

export const TIME_ZONES = { WIB: 7, WITA: 8, WIT: 9 } as const;
export type TimeZone = keyof typeof TIME_ZONES;

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The calendar fields of a UTC instant in one of the three Indonesian zones (which know no summer time). */
export function localParts(instant: Date, zone: TimeZone): LocalParts {
  const shifted = new Date(instant.getTime() + TIME_ZONES[zone] * 3_600_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "Senin, 21 Oktober 2024" */
export function formatDay(instant: Date, zone: TimeZone): string {
  const parts = localParts(instant, zone);
  return `${DAYS[parts.weekday] ?? ''}, ${parts.day} ${MONTHS[parts.month - 1] ?? ''} ${parts.year}`;
}

/** "21 Oktober 2024" from a calendar day YYYY-MM-DD; in English "21 October 2024". */
export function formatCalendarDay(day: string, language: 'id' | 'en' = 'id'): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  return `${date} ${(language === 'id' ? MONTHS : ENGLISH_MONTHS)[month - 1] ?? ''} ${year}`;
}

/** "14.30.05 WIB" */
export function formatTime(instant: Date, zone: TimeZone): string {
  const parts = localParts(instant, zone);
  return `${two(parts.hour)}.${two(parts.minute)}.${two(parts.second)} ${zone}`;
}

/** "Senin, 21 Oktober 2024, 14.30.05 WIB"; in English "Monday, 21 October 2024, 14:30:05 WIB". */
export function formatInstant(instant: Date, zone: TimeZone, language: 'id' | 'en' = 'id'): string {
  if (language === 'id') return `${formatDay(instant, zone)}, ${formatTime(instant, zone)}`;
  const { weekday, day, month, year } = localParts(instant, zone);
  const time = formatTime(instant, zone).replaceAll('.', ':');
  return `${ENGLISH_DAYS[weekday] ?? ''}, ${day} ${ENGLISH_MONTHS[month - 1] ?? ''} ${year}, ${time}`;
}

/** "2024-10-21 07:30:05 UTC" */
export function formatUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** "Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam", as minutes begin. */
export function dayInWords(instant: Date, zone: TimeZone): string {
  const { weekday, day, month, year } = localParts(instant, zone);
  return `${DAYS[weekday] ?? ''} tanggal ${terbilang(day)} bulan ${MONTHS[month - 1] ?? ''} tahun ${terbilang(year)}`;
}

/** "09.30 WIB", for the hour of a meeting. */
export function formatHour(instant: Date, zone: TimeZone): string {
  const { hour, minute } = localParts(instant, zone);
  return `${two(hour)}.${two(minute)} ${zone}`;
}
