import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { momentText, reasonText } from '../language/words';
import type { Meeting } from './queries';
import { undone } from './stages';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** Where it did not go well: what happened, what was undone, and what there is to do. */
export function Outcome({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { status, reason, delay, leftover } = meeting;
  switch (status) {
    case 'DELAYED':
    case 'CANCELLING':
      return delay ? (
        <dl className={styles.list}>
          {delay?.reason && <Part name={t('meeting.happened')} reason={delay.reason} />}
          <Part
            name={t('meeting.todo')}
            text={[
              t('meeting.doWaitDelayed'),
              ...(delay?.nextAttemptAt ? [`${t('meeting.nextAttempt', { when: momentText(delay.nextAttemptAt) })}.`] : []),
            ].join(' ')}
          />
        </dl>
      ) : null;
    case 'FAILED':
      return (
        <dl className={styles.list}>
          {reason && <Part name={t('meeting.happened')} reason={reason} />}
          <Part
            name={t('meeting.undone')}
            text={undone(meeting) === 'withdrawn' ? t('meeting.withdrawn') : t('meeting.nothingMade')}
          />
          <Part name={t('meeting.todo')} text={t('meeting.doRetry')} />
        </dl>
      );
    case 'NEEDS_ATTENTION':
      return (
        <dl className={styles.list}>
          {reason && <Part name={t('meeting.happened')} reason={reason} />}
          {leftover && <Part name={t('meeting.undone')} text={t('meeting.inDoubt', { leftover })} />}
          <Part name={t('meeting.todo')} text={t('meeting.doWait')} />
        </dl>
      );
    default:
      return null;
  }
}

function Part({ name, text, reason }: { name: string; text?: string; reason?: Schemas['Reason'] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const said = reason ? reasonText(reason) : { text };
  return (
    <div>
      <dt style={{ fontWeight: tokens.fontWeightSemibold }}>
        {name}
      </dt>
      <dd className={styles.value} lang={'lang' in said ? said.lang : undefined}>
        {said.text}
        {reason?.vendorTraceId && ` (${t('meeting.support', { id: reason.vendorTraceId })})`}
      </dd>
    </div>
  );
}
