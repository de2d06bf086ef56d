/** One box for records and commands (Ctrl+K). */
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import {
  IconAlertOctagon,
  IconCalendarEvent,
  IconDatabaseExport,
  IconEye,
  IconEyeCheck,
  IconFileCertificate,
  IconFileCheck,
  IconFolderPlus,
  IconFolders,
  IconKeyboard,
  IconLock,
  IconMessageReport,
  IconPhoto,
  IconSearch,
  IconSpeakerphone,
  IconUpload,
  IconUser,
  IconUserStar,
  IconWorldDownload,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../bridge/queries.ts';
import { useFormat } from '../ui/format.ts';
import type { Icon } from '../ui/marks.tsx';
import { boxStore, chooseFirst } from './box-store.ts';
import { PLACES } from './places.ts';
import { useShellCommands } from './shortcuts.tsx';

const HIT_ICONS = {
  employee: IconUser,
  case: IconFolders,
  evidence: IconPhoto,
  document: IconFileCertificate,
  'public-report': IconMessageReport,
  hoax: IconAlertOctagon,
  round: IconEyeCheck,
  election: IconCalendarEvent,
  candidate: IconUserStar,
  reminder: IconEye,
  outreach: IconSpeakerphone,
} as const;
/** The kinds of records, in the order in which they are shown. */
const HIT_KINDS = [
  'employee',
  'case',
  'evidence',
  'document',
  'public-report',
  'hoax',
  'round',
  'election',
  'candidate',
  'reminder',
  'outreach',
] as const satisfies readonly (keyof typeof HIT_ICONS)[];

/** The box. Records of the vault first, then commands whose words match. */
export function CommandBox(): ReactNode {
  const { t } = useTranslation();
  const { day } = useFormat();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 80);
  const found = useOperation('search.everything', { query: asked }, { enabled: asked.length > 1, keep: true });
  const hits = asked.length > 1 ? (found.data?.hits ?? []) : [];
  // Nothing is called absent before the vault has answered to what is written now.
  const waiting = asked !== query.trim() || found.isFetching;
  const commands = useCommandList().filter(({ label }) =>
    label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase()),
  );
  const answered = found.data;
  useEffect(() => {
    if (answered !== undefined) chooseFirst();
  }, [answered]);
  const open = (kind: keyof typeof HIT_ICONS, id: string): void => {
    if (kind === 'employee') void navigate({ to: '/pegawai', search: { pilih: id } });
    else if (kind === 'case') void navigate({ to: '/kasus/$id', params: { id } });
    else if (kind === 'round') void navigate({ to: '/pemantauan', search: { ronde: id } });
    else if (kind === 'document') void navigate({ to: '/dokumen', search: { lihat: id } });
    else if (kind === 'election') void navigate({ to: '/pemilihan', search: { bagian: 'calendar', pilih: id } });
    else if (kind === 'reminder') void navigate({ to: '/pemilihan', search: { bagian: 'reminders', pilih: id } });
    else if (kind === 'candidate') void navigate({ to: '/pemilihan', search: { bagian: 'candidates', pilih: id } });
    else if (kind === 'public-report') void navigate({ to: '/aduan/$id', params: { id } });
    else if (kind === 'hoax') void navigate({ to: '/hoaks', search: { pilih: id } });
    else if (kind === 'outreach') void navigate({ to: '/sosialisasi', search: { pilih: id } });
    else void navigate({ to: '/bukti', search: { lihat: id } });
  };
  return (
    <Spotlight.Root
      store={boxStore}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      size={620}
      radius="md"
      maxHeight={420}
      scrollable
    >
      <Spotlight.Search
        placeholder={t('shell.box.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        aria-label={t('shell.box.open')}
      />
      <Spotlight.ActionsList>
        {HIT_KINDS.map((kind) => {
          const rows = hits.filter((hit) => hit.kind === kind);
          if (rows.length === 0) return null;
          return (
            <Spotlight.ActionsGroup key={kind} label={t(`shell.box.${kind}`)}>
              {rows.map((hit) => (
                <BoxRow
                  key={hit.id}
                  icon={HIT_ICONS[kind]}
                  label={hit.title}
                  detail={hit.detail.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, day)}
                  run={() => open(kind, hit.id)}
                />
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.box.commands')}>
            {commands.map((command) => (
              <BoxRow key={command.label} {...command} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {hits.length === 0 && commands.length === 0 && !waiting && (
          <Spotlight.Empty>{t('shell.box.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

interface Row {
  readonly icon: Icon;
  readonly label: string;
  readonly detail?: string;
  readonly run: () => void;
}

function BoxRow({ icon: Drawn, label, detail, run }: Row): ReactNode {
  return (
    <Spotlight.Action onClick={run} className="n-box-row">
      <Drawn size={18} stroke={1.6} />
      <span className="n-clip">{label}</span>
      {detail !== undefined && <span className="n-meta n-clip">{detail}</span>}
    </Spotlight.Action>
  );
}

function useCommandList(): Row[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const commands = useShellCommands();
  return [
    { icon: IconWorldDownload, label: t('shell.command.capture'), run: commands.capture },
    { icon: IconFolderPlus, label: t('shell.command.newCase'), run: commands.newCase },
    { icon: IconUpload, label: t('shell.command.import'), run: () => void navigate({ to: '/pegawai/impor' }) },
    { icon: IconFileCheck, label: t('shell.command.verify'), run: () => void navigate({ to: '/dokumen/verifikasi' }) },
    {
      icon: IconDatabaseExport,
      label: t('shell.command.backup'),
      run: () => void navigate({ to: '/pengaturan/$section', params: { section: 'brankas' } }),
    },
    { icon: IconLock, label: t('shell.command.lock'), run: commands.lock },
    { icon: IconKeyboard, label: t('shell.command.shortcuts'), run: commands.shortcuts },
    ...PLACES.map(({ key, to, icon }) => ({
      icon,
      label: t('shell.command.go', { place: t(`shell.rail.${key}`) }),
      run: () => void navigate({ to }),
    })),
  ];
}
