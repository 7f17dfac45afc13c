import { Button, Link, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { errorText } from '../language/words';
import { PageLink } from '../shell/PageLink';
import type { Attempt } from './useScheduling';

interface Props {
  attempt: Attempt;
  /** The meeting that this form has become already. */
  sent: string | undefined;
  /** The meeting that another tab made of it. */
  sentElsewhere: string | undefined;
  /** Brings back what was cleared. */
  cleared: (() => void) | undefined;
  like: string | undefined;
  onAnother: () => void;
}

/** What there is to say about the form as a whole. */
export function Messages({ attempt, sent, sentElsewhere, cleared, like, onAnother }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {sentElsewhere && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {t('schedule.sentElsewhere')} <PageLink to={`/meetings/${sentElsewhere}`}>{t('schedule.show')}</PageLink>
          </MessageBarBody>
        </MessageBar>
      )}
      {cleared && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            {t('schedule.cleared')}{' '}
            <Link as="button" type="button" onClick={cleared}>
              {t('schedule.undo')}
            </Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {like && attempt.kind === 'none' && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('schedule.like', { title: like })}</MessageBarBody>
        </MessageBar>
      )}
      <Outcome attempt={attempt} sent={sent} onAnother={onAnother} />
    </>
  );
}

function Outcome({ attempt, sent, onAnother }: Pick<Props, 'attempt' | 'sent' | 'onAnother'>) {
  const { t } = useTranslation();
  switch (attempt.kind) {
    case 'none':
      return null;
    case 'wrong': {
      const elsewhere = attempt.wrongs.filter((wrong) => !wrong.field);
      return (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {t('schedule.wrong', { count: attempt.wrongs.length })}
            {elsewhere.map(({ error }) => ` ${errorText(error).text}`)}
          </MessageBarBody>
        </MessageBar>
      );
    }
    case 'reused':
      return (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            {t('schedule.reused')}{' '}
            {sent && <PageLink to={`/meetings/${sent}`}>{t('schedule.show')}</PageLink>}
          </MessageBarBody>
          <MessageBarActions>
            <Button type="button" onClick={onAnother}>
              {t('schedule.another')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      );
    case 'slow':
      return <Plain intent="warning" text={t('schedule.slow')} />;
    case 'refused':
      return <Plain intent="error" text={t('schedule.notSent', { detail: attempt.detail })} />;
    case 'unsure':
      return <Plain intent="warning" text={t('schedule.unsure')} />;
  }
}

function Plain({ intent, text }: { intent: 'warning' | 'error'; text: string }) {
  return (
    <MessageBar intent={intent} layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
