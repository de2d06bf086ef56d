/** The first page of all: create, try, open, restore. */
import { IconArrowRight, IconFolderOpen, IconHistory, IconLock, IconSchool, IconShieldPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import type { Icon } from '../../ui/marks.tsx';
import { Problem } from '../../ui/states.tsx';
import { DoorFrame } from './frame.tsx';

interface WelcomeProps {
  readonly vaults: OutputOf<'vault.recent'>['vaults'];
  readonly onCreate: (practice: boolean) => void;
  readonly onOpen: (directory: string) => void;
  readonly onRestore: () => void;
}

/** Known vaults first, if there are any; then the ways to get one. */
export function Welcome({ vaults, onCreate, onOpen, onRestore }: WelcomeProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { error, run } = useAction();
  const choose = (): Promise<void> =>
    run(async () => {
      const { directory } = await call('app.chooseDirectory', { purpose: 'open-vault' });
      if (directory !== null) onOpen(directory);
    });
  return (
    <DoorFrame title={t('vault.welcome.title')} text={t('vault.welcome.text')}>
      {vaults.map((known, index) => (
        <Choice
          key={known.directory}
          icon={IconLock}
          primary={index === 0}
          title={known.name}
          text={`${known.exists ? t('vault.unlock.lastOpened', { when: format.brief(known.openedAt) }) : t('vault.unlock.gone')}${known.practice ? ` · ${t('shell.practice')}` : ''}`}
          onPress={() => onOpen(known.directory)}
        />
      ))}
      <Choice
        icon={IconShieldPlus}
        primary={vaults.length === 0}
        title={t('vault.welcome.create')}
        text={t('vault.welcome.createText')}
        onPress={() => onCreate(false)}
      />
      <Choice
        icon={IconSchool}
        title={t('vault.welcome.practice')}
        text={t('vault.welcome.practiceText')}
        onPress={() => onCreate(true)}
      />
      <Choice icon={IconFolderOpen} title={t('vault.welcome.open')} onPress={() => void choose()} />
      <Choice icon={IconHistory} title={t('vault.welcome.restore')} onPress={onRestore} />
      {error !== null && <Problem error={error} />}
    </DoorFrame>
  );
}

function Choice({
  icon: Drawn,
  title,
  text,
  primary = false,
  onPress,
}: {
  icon: Icon;
  title: string;
  text?: string;
  primary?: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <button type="button" className="n-choice" data-primary={primary || undefined} onClick={onPress}>
      <Drawn size={22} stroke={1.6} />
      <div>
        <b>{title}</b>
        {text !== undefined && <span>{text}</span>}
      </div>
      <IconArrowRight size={16} stroke={1.6} />
    </button>
  );
}
