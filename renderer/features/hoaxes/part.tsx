/** One part of a hoax in its list, with what can be done with it; taking it off asks for a reason. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';

interface PartProps {
  readonly hoax: HoaxPage['hoax'];
  readonly part: InputOf<'hoaxes.removePart'>['part'];
  readonly partId: string;
  /** What it is called when it is taken off. */
  readonly name: string;
  readonly onEdit?: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Part({ hoax, part, partId, name, onEdit, actions, children }: PartProps): ReactNode {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState(false);
  return (
    <li className="n-hoax-part">
      <div>{children}</div>
      <div className="n-hoax-tools">
        {actions}
        {!isClosed(hoax) && onEdit !== undefined && (
          <Button variant="subtle" size="compact-sm" aria-label={`${t('hoaxes.edit')}: ${name}`} onClick={onEdit}>
            {t('hoaxes.edit')}
          </Button>
        )}
        {!isClosed(hoax) && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('hoaxes.removeOf', { what: name })}
            onClick={() => setRemoving(true)}
          >
            {t('hoaxes.remove')}
          </Button>
        )}
      </div>
      {removing && (
        <ReasonDialog
          title={t('hoaxes.removeOf', { what: name })}
          text={t('hoaxes.removeText', { what: name })}
          submitLabel={t('hoaxes.remove')}
          danger
          submit={(reason) => call('hoaxes.removePart', { id: hoax.id, part, partId, reason })}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

/** Nothing is changed on a closed one: it is reopened first. */
export function isClosed({ state }: Pick<HoaxPage['hoax'], 'state'>): boolean {
  return state === 'selesai' || state === 'dihentikan';
}
