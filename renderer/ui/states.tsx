/** Empty, waiting and failed: three states that every list and page has. */
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/errors/app-error.ts';
import { useErrorWords } from '../i18n/errors.ts';
import type { Icon } from './marks.tsx';

/** What belongs here, and how to begin. */
export function Empty({
  icon: Drawn,
  title,
  children,
  action,
}: {
  icon: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}): ReactNode {
  return (
    <div className="n-empty">
      <Drawn size={28} stroke={1.4} />
      <p className="n-empty-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/** What happened, what is safe, what to do; with a code to quote. */
export function Problem({ error, retry }: { error: unknown; retry?: (() => void) | undefined }): ReactNode {
  const { t } = useTranslation();
  const words = useErrorWords();
  const correlation = error instanceof AppError ? error.params['correlationId'] : undefined;
  const place = useRef<HTMLDivElement>(null);
  // At the end of a long form it would stand below what is in view.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [error]);
  return (
    <div className="n-problem" role="alert" ref={place}>
      <IconAlertTriangle size={18} stroke={1.8} />
      <div>
        <p>{words(error)}</p>
        <p className="n-meta">
          {t('common.errorCode')} <span className="n-mono">{error instanceof AppError ? error.code : 'INTERNAL'}</span>
          {typeof correlation === 'string' && <span className="n-mono"> · {correlation.slice(0, 8)}</span>}
        </p>
        {retry !== undefined && (
          <Button variant="default" size="xs" mt={8} onClick={retry}>
            {t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** True once the wait is long enough to be noticed (150 ms): shorter waits show nothing at all. */
export function useNoticeableWait(): boolean {
  const [noticeable, set] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => set(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return noticeable;
}

/** Grey bones where text will be. */
export function Bones({ rows = 6 }: { rows?: number }): ReactNode {
  const { t } = useTranslation();
  if (!useNoticeableWait()) return null;
  return (
    <div className="n-bones" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={14} width={`${88 - ((row * 23) % 47)}%`} />
      ))}
    </div>
  );
}

/** What Answer needs of a query. */
export interface Answerable<Value> {
  readonly data: Value | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

/** Shows a query's answer, or that it is waited for, or why there is none. */
export function Answer<Value>({
  of: query,
  rows = 6,
  children,
}: {
  of: Answerable<Value>;
  rows?: number;
  children: (value: Value) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return <Bones rows={rows} />;
}
