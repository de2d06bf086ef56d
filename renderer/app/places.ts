/** The places of the app in the order of the rail; the digit is the key that goes there. */
import {
  IconCalendarEvent,
  IconEyeCheck,
  IconAlertOctagon,
  IconChartBar,
  IconFileCertificate,
  IconFolders,
  IconHistory,
  IconHome2,
  IconListCheck,
  IconMessageReport,
  IconPackage,
  IconPhoto,
  IconSettings,
  IconSpeakerphone,
  IconUsers,
} from '@tabler/icons-react';

export const PLACES = [
  { key: 'home', to: '/', icon: IconHome2, digit: '1' },
  { key: 'cases', to: '/kasus', icon: IconFolders, digit: '2' },
  { key: 'evidence', to: '/bukti', icon: IconPhoto, digit: '3' },
  { key: 'queue', to: '/antrean', icon: IconListCheck, digit: '8' },
  { key: 'monitoring', to: '/pemantauan', icon: IconEyeCheck, digit: '0' },
  { key: 'roster', to: '/pegawai', icon: IconUsers, digit: '4' },
  { key: 'elections', to: '/pemilihan', icon: IconCalendarEvent, digit: 'alt+1' },
  { key: 'publicReports', to: '/aduan', icon: IconMessageReport, digit: 'alt+2' },
  { key: 'hoaxes', to: '/hoaks', icon: IconAlertOctagon, digit: 'alt+3' },
  { key: 'reports', to: '/dokumen', icon: IconFileCertificate, digit: '5' },
  { key: 'outreach', to: '/sosialisasi', icon: IconSpeakerphone, digit: 'alt+4' },
  { key: 'recap', to: '/rekap', icon: IconChartBar, digit: 'alt+5' },
  { key: 'handover', to: '/paket', icon: IconPackage, digit: '9' },
  { key: 'custody', to: '/jejak', icon: IconHistory, digit: '6' },
  { key: 'settings', to: '/pengaturan', icon: IconSettings, digit: '7' },
] as const;

/** The place an address belongs to. */
export function placeOf(pathname: string): (typeof PLACES)[number] {
  return PLACES.find(({ to }) => to !== '/' && pathname.startsWith(to)) ?? PLACES[0];
}
