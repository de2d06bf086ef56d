/** Everything before a vault is open: first run, unlock, recovery, restore. */
import { type ReactNode, useState } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useOperation } from '../../bridge/queries.ts';
import { CreateVault } from './create.tsx';
import { RecoverVault } from './recover.tsx';
import { RestoreVault } from './restore.tsx';
import { UnlockVault } from './unlock.tsx';
import { Welcome } from './welcome.tsx';

type View =
  | { readonly at: 'start' }
  | { readonly at: 'create'; readonly practice: boolean }
  | { readonly at: 'open'; readonly directory: string }
  | { readonly at: 'recover'; readonly directory: string }
  | { readonly at: 'restore' };

/** The door of the vault. `onCreated` is called when the last step of the first run is done. */
export function VaultDoor({
  status,
  onCreating,
}: {
  status: VaultStatus;
  onCreating: (creating: boolean) => void;
}): ReactNode {
  const recent = useOperation('vault.recent', {});
  const [view, setView] = useState<View>({ at: 'start' });
  const start = (): void => {
    onCreating(false);
    setView({ at: 'start' });
  };
  switch (view.at) {
    case 'create':
      return (
        <CreateVault
          practice={view.practice}
          suggested={recent.data?.suggestedDirectory ?? ''}
          onBack={start}
          onDone={() => onCreating(false)}
        />
      );
    case 'open':
      return (
        <UnlockVault
          directory={view.directory}
          users={view.directory === status.directory ? status.users : null}
          name={nameOf(view.directory)}
          onBack={start}
          onForgot={() => setView({ at: 'recover', directory: view.directory })}
        />
      );
    case 'recover':
      return <RecoverVault directory={view.directory} onBack={start} />;
    case 'restore':
      return <RestoreVault onBack={start} onRestored={(directory) => setView({ at: 'open', directory })} />;
    case 'start':
      if (status.state === 'locked' && status.directory !== null) {
        const directory = status.directory;
        return (
          <UnlockVault
            directory={directory}
            users={status.users}
            name={status.name ?? nameOf(directory)}
            practice={status.practice}
            stopped={status.stoppedUnexpectedly}
            onForgot={() => setView({ at: 'recover', directory })}
          />
        );
      }
      return (
        <Welcome
          vaults={recent.data?.vaults ?? []}
          onCreate={(practice) => {
            onCreating(true);
            setView({ at: 'create', practice });
          }}
          onOpen={(directory) => setView({ at: 'open', directory })}
          onRestore={() => setView({ at: 'restore' })}
        />
      );
  }
}

function nameOf(directory: string): string {
  return directory.split(/[\\/]/).findLast((part) => part !== '') ?? directory;
}
