/** A section of a hoax: its parts of one kind in a list, and the way to add one. */
import { Button } from '@mantine/core';
import { IconLink, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Section } from '../../ui/page.tsx';

interface PartsSectionProps<Row> {
  readonly title: string;
  /** Null where nothing may be added. */
  readonly add: { readonly label: string; readonly links?: boolean; readonly onAdd: () => void } | null;
  /** Said where there is none yet. */
  readonly none: string;
  readonly rows: readonly Row[];
  /** A `Part` with its key. */
  readonly part: (row: Row) => ReactNode;
  /** Stands below the list, within its card. */
  readonly below?: ReactNode;
  /** The dialog that is open. */
  readonly children?: ReactNode;
}

export function PartsSection<Row>(props: PartsSectionProps<Row>): ReactNode {
  const { title, add, none, rows, part, below, children } = props;
  const Icon = add?.links === true ? IconLink : IconPlus;
  return (
    <Section
      title={title}
      actions={
        add !== null && (
          <Button variant="subtle" size="compact-sm" leftSection={<Icon size={15} />} onClick={add.onAdd}>
            {add.label}
          </Button>
        )
      }
    >
      <div className="n-card">
        {rows.length === 0 && <p className="n-plain-row n-quiet">{none}</p>}
        <ul className="n-rows">{rows.map(part)}</ul>
        {below}
      </div>
      {children}
    </Section>
  );
}
