/** Custody as a thread: each knot an event, the head's short hash at its end, the same figure as on the printed report. */
import type { ReactNode } from 'react';

export interface Knot {
  readonly key: string | number;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** When and who. */
  readonly meta: ReactNode;
}

/** The thread, in the order given; `head` is drawn as the sealed end. */
export function Thread({ knots, head, label }: { knots: readonly Knot[]; head?: ReactNode; label: string }): ReactNode {
  return (
    <ol className="n-thread" aria-label={label}>
      {knots.map(({ key, title, detail, meta }) => (
        <li key={key} className="n-knot">
          <p>{title}</p>
          {detail !== undefined && <p className="n-quiet">{detail}</p>}
          <p className="n-meta">{meta}</p>
        </li>
      ))}
      {head !== undefined && (
        <li className="n-knot" data-head>
          <div className="n-meta">{head}</div>
        </li>
      )}
    </ol>
  );
}
