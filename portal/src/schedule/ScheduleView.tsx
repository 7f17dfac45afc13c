import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Me } from '../session/session';
import { announce } from '../shell/announcer';
import { PageTitle } from '../shell/PageTitle';
import { Panel } from '../shell/Panel';
import { useDraft, useSentElsewhere } from './drafts';
import { Fields } from './Fields';
import { Messages } from './Messages';
import { useScheduling } from './useScheduling';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  fields: { gap: tokens.spacingVerticalXL },
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexWrap: 'wrap',
  },
});

/** The form for a new meeting. */
export function ScheduleView({ me }: { me: Me }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [, go] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [draft, drafts] = useDraft(me.subject);
  const sentElsewhere = useSentElsewhere(me.subject);
  const [undo, setUndo] = useState<() => void>();
  const host = me.email ?? '';
  const { send, isSending, attempt, forget } = useScheduling(drafts, host, (id) =>
    go(`/meetings/${id}`),
  );

  useEffect(() => {
    if (attempt.kind === 'wrong') {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [attempt.kind]);

  const clear = () => {
    forget();
    const back = drafts.replace(undefined);
    setUndo(() => () => {
      back();
      setUndo(undefined);
    });
    announce(t('schedule.cleared'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send(drafts.current());
    }
  };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send(drafts.current());
      }}
    >
      <PageTitle>{t('schedule.title')}</PageTitle>
      <Messages
        attempt={attempt}
        sent={sentElsewhere ?? drafts.meetingOf(draft.key)}
        sentElsewhere={sentElsewhere}
        cleared={undo}
        like={draft.like}
        onAnother={() => {
          drafts.change((before) => ({ ...before, key: crypto.randomUUID() }));
          send(drafts.current());
        }}
      />
      <Panel className={styles.fields}>
        <Fields
          draft={draft}
          host={host}
          wrongs={attempt.kind === 'wrong' ? attempt.wrongs : []}
          onChange={(change) => {
            setUndo(undefined);
            drafts.change(change);
          }}
        />
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={isSending}>
            {isSending ? t('schedule.submitting') : t('schedule.submit')}
          </Button>
          <Button type="button" appearance="subtle" size="large" onClick={clear} disabledFocusable={isSending}>
            {t('schedule.clear')}
          </Button>
        </div>
      </Panel>
    </form>
  );
}
