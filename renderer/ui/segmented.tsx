/** A choice between few values, with a label that is seen and read. */
import { Input, SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly data: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** As wide as its place. */
  readonly wide?: boolean;
}

/** The control under its label. */
export function Segmented<Value extends string>({
  label,
  data,
  value,
  onChange,
  wide = false,
}: SegmentedProps<Value>): ReactNode {
  const id = useId();
  return (
    <div>
      <Input.Label component="div" id={id} mb={4} display="block">
        {label}
      </Input.Label>
      <SegmentedControl aria-labelledby={id} fullWidth={wide} data={[...data]} value={value} onChange={onChange} />
    </div>
  );
}
