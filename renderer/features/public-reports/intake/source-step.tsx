/** The first step: a file to drop or choose, or text to paste. */
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import { PASTED_CHARACTERS } from '#shared/contract/report-intake.ts';
import { DropField } from '../../../ui/drop.tsx';

export function SourceStep({
  onFile,
  onText,
}: {
  onFile: (file: ChosenFile) => void;
  onText: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <div className="n-intake-source">
      <DropField
        title={t('reportIntake.drop')}
        text={t('reportIntake.dropText')}
        purpose="report-intake"
        onFiles={([file]) => file !== undefined && onFile(file)}
      />
      <div>
        <Textarea
          label={t('reportIntake.paste')}
          description={t('reportIntake.pasteText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={PASTED_CHARACTERS}
          autosize
          minRows={6}
          maxRows={12}
        />
        <Button mt="sm" variant="default" disabled={text.trim() === ''} onClick={() => onText(text)}>
          {t('reportIntake.readText')}
        </Button>
      </div>
    </div>
  );
}
