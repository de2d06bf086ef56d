/** The recovery code: shown once, printed on its sheet, confirmed by typing one group of it. */
import { Button, Group, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { readRecoveryGroup } from '#shared/domain/vault/recovery-code.ts';
import { call } from '../../bridge/call.ts';
import { Below, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { inGroups } from '../../ui/mono.tsx';
import { Problem } from '../../ui/states.tsx';

/** What the sheet says beside the code. */
export interface RecoverySheetFacts {
  readonly vaultName: string;
  readonly sealFingerprint: string;
}

/** The code's groups as they are typed and printed. */
export function recoveryGroups(code: string): string[] {
  return code.split(/[\s-]+/).filter((group) => group !== '');
}

/** Shows the code, prints its sheet and asks for one group. `onDone` follows the confirmation, `onLater` puts it off. */
export function RecoveryCode({
  code,
  sheet,
  onDone,
  onLater,
}: {
  code: string;
  sheet: RecoverySheetFacts;
  onDone: () => void;
  onLater?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const groups = recoveryGroups(code);
  const [index] = useState(() => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % groups.length);
  const [part, setPart] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, error, run } = useAction();
  const confirm = (event: FormEvent): void => {
    event.preventDefault();
    const group = readRecoveryGroup(part);
    setWrong(group !== groups[index]);
    if (group === null || group !== groups[index]) return;
    void run(async () => {
      await call('vault.confirmRecovery', { part: group, partIndex: index });
      onDone();
    });
  };
  return (
    <form onSubmit={confirm}>
      <Groups groups={groups} />
      <Group mb="lg">
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          {t('vault.recovery.print')}
        </Button>
      </Group>
      <TextInput
        label={t('vault.recovery.confirm', { index: index + 1 })}
        description={t('vault.recovery.confirmHint')}
        value={part}
        onChange={(event) => setPart(event.currentTarget.value)}
        error={wrong ? t('vault.recovery.wrong') : undefined}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'n-mono' }}
        autoFocus
        data-autofocus
      />
      {error !== null && (
        <Below>
          <Problem error={error} />
        </Below>
      )}
      <Group mt="lg" gap="xs">
        <Button type="submit" loading={busy} disabled={part.trim() === ''}>
          {t(onLater === undefined ? 'vault.recovery.noted' : 'vault.recovery.done')}
        </Button>
        {onLater !== undefined && (
          <Button variant="subtle" color="gray" onClick={onLater}>
            {t('vault.recovery.later')}
          </Button>
        )}
      </Group>
      {createPortal(<Sheet groups={groups} facts={sheet} />, document.body)}
    </form>
  );
}

function Groups({ groups }: { groups: readonly string[] }): ReactNode {
  return (
    <ol className="n-recovery">
      {groups.map((group, index) => (
        <li key={`${index}-${group}`}>
          <small>{index + 1}</small>
          {group}
        </li>
      ))}
    </ol>
  );
}

/** Seen only by the printer. */
function Sheet({ groups, facts }: { groups: readonly string[]; facts: RecoverySheetFacts }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [now] = useState(() => new Date().toISOString());
  return (
    <div className="n-sheet">
      <h1>{t('vault.recovery.sheetTitle')}</h1>
      <p>
        {t('vault.recovery.sheetVault')}: {facts.vaultName}
        <br />
        {t('vault.recovery.sheetDate')}: {format.date(now)}
      </p>
      <Groups groups={groups} />
      <p>{t('vault.recovery.sheetText')}</p>
      <p>
        {t('vault.recovery.sheetSeal')}: <span className="n-mono">{inGroups(facts.sealFingerprint)}</span>
        <br />
        {t('vault.recovery.sheetSealText')}
      </p>
      <p className="sign">{t('vault.recovery.sheetSigned')}</p>
    </div>
  );
}
