import { Button, Field, makeStyles, MessageBar, MessageBarBody, Text, Textarea, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, Refused } from '../api/client';
import { errorText } from '../language/words';
import { queries } from '../session/session';
import { announce } from '../shell/announcer';
import { Modal } from '../shell/Modal';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Props {
  meeting: { id: string; title: string };
  onClose: () => void;
}

/** Asks whether a meeting is really to be cancelled, and what its attendees are told. */
export function CancelDialog({ meeting, onClose }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [note, setNote] = useState('');
  const cancelling = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/meetings/{id}/cancel', {
          params: { path: { id: meeting.id } },
          body: note.trim() ? { note } : {},
        }),
      ),
    onSuccess: () => {
      announce(t('sentence.CANCELLING'));
      void queries.invalidateQueries({ queryKey: ['meetings'] });
      onClose();
    },
  });
  const failure = cancelling.error;
  const wrong = failure instanceof Refused ? failure.problem?.errors?.map(errorText) : undefined;
  return (
    <Modal title={t('cancel.title', { title: meeting.title })} onClose={onClose}>
      <form
        className={styles.parts}
        onSubmit={(event) => {
          event.preventDefault();
          cancelling.mutate();
        }}
      >
        <Text>{t('cancel.text')}</Text>
        <Field
          label={t('cancel.note')}
          hint={t('cancel.noteHint')}
          {...(wrong && { validationState: 'error' as const, validationMessage: wrong.map(({ text }) => text).join(' ') })}
        >
          <Textarea rows={3} value={note} onChange={(_, { value }) => setNote(value)} />
        </Field>
        {failure && !wrong && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{failure instanceof Refused ? failure.message : t('away.text')}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={cancelling.isPending}>
            {t('cancel.yes')}
          </Button>
          <Button type="button" onClick={onClose}>
            {t('cancel.no')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
