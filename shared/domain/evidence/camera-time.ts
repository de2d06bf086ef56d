/** The time that a camera wrote into its photo, in words that say whose word it is. */
import { formatCalendarDay } from '../text/local-time.ts';

export const CAMERA_TIME_NAME = {
  id: 'Waktu menurut kamera, tidak diperiksa',
  en: 'Time as the camera says, not checked',
} as const;

/** "14 November 2026, 19.03.22" from YYYY-MM-DDTHH:MM:SS; no zone, for the camera's clock names none. */
export function cameraTimeWords(takenAt: string, language: 'id' | 'en'): string {
  const [day = '', clock = ''] = takenAt.split('T');
  return `${formatCalendarDay(day, language)}, ${language === 'id' ? clock.replaceAll(':', '.') : clock}`;
}
