/** Days, times, sizes and counts as they are read in the chosen language, in the vault's time zone. */
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatDay, formatTime, localParts, type TimeZone } from '#shared/domain/text/local-time.ts';

/** The zone of the vault's settings; WIB until they are known. */
export const ZoneContext = createContext<TimeZone>('WIB');

export interface Format {
  readonly zone: TimeZone;
  /** "Senin, 21 Oktober 2024" */
  readonly date: (instant: string) => string;
  /** "21 Okt 2024, 14.30" for tables. */
  readonly brief: (instant: string) => string;
  /** "Senin, 21 Oktober 2024, 14.30.05 WIB" */
  readonly instant: (instant: string) => string;
  /** "14.30.05 WIB" */
  readonly time: (instant: string) => string;
  /** A calendar day, YYYY-MM-DD. */
  readonly calendar: (day: string) => string;
  /** "21 Okt 2024" from a calendar day, for tables. */
  readonly day: (day: string) => string;
  /** "09.00" from an hour of the clock, HH:MM. */
  readonly clock: (time: string) => string;
  /** "Okt" from 10. */
  readonly month: (month: number) => string;
  readonly number: (value: number) => string;
  /** "1,4 MB" */
  readonly bytes: (value: number) => string;
}

const SHORT_MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

/** The formats of the current language and zone. */
export function useFormat(): Format {
  const zone = useContext(ZoneContext);
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'id';
  return useMemo(() => makeFormat(zone, language), [zone, language]);
}

/** The formats, without React. */
export function makeFormat(zone: TimeZone, language: 'id' | 'en'): Format {
  const numbers = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 });
  const english = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const date = (instant: string): string => {
    if (language === 'id') return formatDay(new Date(instant), zone);
    const { year, month, day } = localParts(new Date(instant), zone);
    return english.format(Date.UTC(year, month - 1, day));
  };
  const time = (instant: string): string => {
    const words = formatTime(new Date(instant), zone);
    return language === 'id' ? words : words.replace('.', ':').replace('.', ':');
  };
  const brief = (instant: string): string => {
    const { year, month, day, hour, minute } = localParts(new Date(instant), zone);
    const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(language === 'id' ? '.' : ':');
    return `${day} ${SHORT_MONTHS[language][month - 1] ?? ''} ${year}, ${clock}`;
  };
  const calendar = (day: string): string =>
    language === 'id' ? formatCalendarDay(day) : english.format(Date.parse(day)).replace(/^\w+,? /, '');
  const month = (value: number): string => SHORT_MONTHS[language][value - 1] ?? '';
  const day = (text: string): string => {
    const [year = '', part = '', date = ''] = text.split('-');
    return `${Number(date)} ${month(Number(part))} ${year}`;
  };
  const clock = (text: string): string => (language === 'id' ? text.replace(':', '.') : text);
  const bytes = (value: number): string => {
    const units = ['B', 'KB', 'MB', 'GB', 'TB'];
    const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
    return `${numbers.format(value / 1000 ** power)} ${units[power] ?? ''}`;
  };
  return {
    zone,
    date,
    brief,
    time,
    calendar,
    day,
    clock,
    month,
    bytes,
    instant: (at) => `${date(at)}, ${time(at)}`,
    number: (value) => numbers.format(value),
  };
}
