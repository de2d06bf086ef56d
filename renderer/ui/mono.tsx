/** Long figures grouped for the eye: hashes in fours with the middle folded, NIP as 8-6-1-3, NIK as 6-6-4. */
import { Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge/call.ts';

/** A hash; a click shows it whole and copies it. */
export function Hash({ value, whole = false }: { value: string; whole?: boolean }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(whole);
  const [copied, setCopied] = useState(false);
  const press = (): void => {
    setOpen(true);
    call('app.copyText', { text: value }).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Tooltip label={copied ? t('common.copied') : t('common.copyWhole')}>
      <button type="button" className="n-hash" onClick={press}>
        {open ? inGroups(value) : shortHash(value)}
      </button>
    </Tooltip>
  );
}

/** "a1b2 c3d4 … 9f00": enough to compare by eye. */
export function shortHash(value: string): string {
  return value.length > 16 ? `${value.slice(0, 4)} ${value.slice(4, 8)} … ${value.slice(-4)}` : inGroups(value);
}

/** A text in groups of four. */
export function inGroups(value: string): string {
  return value.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** NIP 8-6-1-3, NIK 6-6-4; anything else as it is. */
export function groupedNumber(value: string): string {
  if (/^\d{18}$/.test(value)) return value.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
  if (/^\d{16}$/.test(value)) return value.replace(/^(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3');
  return value;
}

/** A registration or identity number in the figures' type. */
export function Figure({ children }: { children: string | null }): ReactNode {
  return <span className="n-mono">{children === null ? '—' : groupedNumber(children)}</span>;
}
