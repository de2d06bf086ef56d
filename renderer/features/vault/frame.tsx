/** The calm page around everything that happens before a vault is open. */
import type { ReactNode } from 'react';
import { Seal } from '../../ui/seal.tsx';
import './vault.css';

/** The emblem on the left, the matter on the right; one column when the window is narrow. */
export function DoorFrame({
  title,
  text,
  steps,
  children,
}: {
  title: string;
  text?: ReactNode;
  steps?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <main className="n-door">
      <aside className="n-door-aside">
        <Seal size={56} tone="brand" />
        <div className="n-door-name">Netra</div>
        {steps}
        <Seal size={420} tone="brand" />
      </aside>
      <div className="n-door-main">
        <div className="n-door-box">
          <h1>{title}</h1>
          {text !== undefined && <p className="n-door-text">{text}</p>}
          {children}
        </div>
      </div>
    </main>
  );
}
