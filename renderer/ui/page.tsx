/** The bones of every page: head, body, sections, facts. */
import type { ReactNode } from 'react';

/** A page with its title and what can be done on it. `flush` for pages that fill the window with a list. */
export function Page({
  title,
  detail,
  actions,
  flush = false,
  children,
}: {
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <div className="n-page">
      <header className="n-page-head">
        <div className="n-page-head-text">
          <h1>{title}</h1>
          {detail !== undefined && <div className="n-meta">{detail}</div>}
        </div>
        {actions}
      </header>
      <div className="n-page-body" data-flush={flush || undefined}>
        {children}
      </div>
    </div>
  );
}

/** A section that one can jump to by its id. */
export function Section({
  id,
  title,
  actions,
  children,
}: {
  id?: string;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="n-section" id={id} aria-label={title}>
      <div className="n-section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Facts as label and value; a null value is a dash, so that what is not known is seen. */
export function Facts({ rows }: { rows: readonly (readonly [label: string, value: ReactNode])[] }): ReactNode {
  return (
    <dl className="n-facts">
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
