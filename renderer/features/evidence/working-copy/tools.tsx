/** The bar above the picture: tools, undo and redo, zoom, close. */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowUpRight,
  IconCircle,
  IconCrop,
  IconHighlight,
  IconLetterT,
  IconPointer,
  IconRectangle,
  IconSquareFilled,
  IconX,
  IconZoomIn,
  IconZoomOut,
  IconZoomScan,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Icon } from '../../../ui/marks.tsx';
import type { Editing, EditingAction, Tool } from './editing.ts';

/** Tools in their order, with the key that takes each. */
export const TOOLS: readonly { readonly tool: Tool; readonly key: string; readonly icon: Icon }[] = [
  { tool: 'select', key: 'v', icon: IconPointer },
  { tool: 'mask', key: 'm', icon: IconSquareFilled },
  { tool: 'crop', key: 'c', icon: IconCrop },
  { tool: 'arrow', key: 'a', icon: IconArrowUpRight },
  { tool: 'rectangle', key: 'b', icon: IconRectangle },
  { tool: 'ellipse', key: 'e', icon: IconCircle },
  { tool: 'text', key: 't', icon: IconLetterT },
  { tool: 'highlight', key: 'h', icon: IconHighlight },
];

export interface Zoom {
  readonly in: () => void;
  readonly out: () => void;
  readonly toggle: () => void;
}

export function Tools({
  editing,
  dispatch,
  zoom,
  onClose,
}: {
  editing: Editing;
  dispatch: (action: EditingAction) => void;
  zoom: Zoom;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="n-copy-tools" role="toolbar" aria-label={t('workingCopy.tool.label')}>
        {TOOLS.map(({ tool, icon }) => (
          <Tool
            key={tool}
            icon={icon}
            label={t(`workingCopy.tool.${tool}`)}
            pressed={editing.tool === tool}
            onPress={() => dispatch({ do: 'tool', tool })}
          />
        ))}
      </div>
      <Tool
        icon={IconArrowBackUp}
        label={t('workingCopy.undo')}
        idle={editing.past.length === 0}
        onPress={() => dispatch({ do: 'undo' })}
      />
      <Tool
        icon={IconArrowForwardUp}
        label={t('workingCopy.redo')}
        idle={editing.future.length === 0}
        onPress={() => dispatch({ do: 'redo' })}
      />
      <span className="n-copy-gap" />
      <Tool icon={IconZoomOut} label={t('workingCopy.zoomOut')} onPress={zoom.out} />
      <Tool icon={IconZoomIn} label={t('workingCopy.zoomIn')} onPress={zoom.in} />
      <Tool icon={IconZoomScan} label={t('workingCopy.fit')} onPress={zoom.toggle} />
      <Tool icon={IconX} label={t('workingCopy.close')} onPress={onClose} />
    </>
  );
}

/** Never disabled: a disabled button loses the focus, and with it the editor's keys. */
function Tool({
  icon: Drawn,
  label,
  pressed,
  idle = false,
  onPress,
}: {
  icon: Icon;
  label: string;
  pressed?: boolean;
  idle?: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <Tooltip label={label}>
      <ActionIcon
        onClick={onPress}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={idle || undefined}
        variant="transparent"
      >
        <Drawn size={19} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
