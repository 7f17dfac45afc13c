import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Refused } from '../api/client';
import { momentText } from '../language/words';
import { draftLike } from '../schedule/again';
import { draftsOf } from '../schedule/drafts';
import type { Me } from '../session/session';
import { announce } from '../shell/announcer';
import { Failure } from '../shell/Failure';
import { Notice } from '../shell/Notice';
import { PageLink } from '../shell/PageLink';
import { PageTitle } from '../shell/PageTitle';
import { Panel } from '../shell/Panel';
import { Waiting } from '../shell/Waiting';
import { CancelDialog } from './CancelDialog';
import { Details } from './Details';
import { JoinCard } from './JoinCard';
import { Outcome } from './Outcome';
import { Progress } from './Progress';
import { hasEnded, meetingQuery, type Meeting } from './queries';
import { StatusBadge } from './StatusBadge';
import { Timeline } from './Timeline';
import { useProgress } from './useProgress';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** One meeting: what has become of it, how to join, and who is invited. */
export default function MeetingView({ id, me }: { id: string; me: Me }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { data: meeting, error, isPending, refetch } = useQuery(meetingQuery(id));
  const connected = useProgress(id, meeting !== undefined && !hasEnded(meeting.status));
  if (meeting) {
    return <Shown meeting={meeting} me={me} connected={connected} />;
  }
  if (error instanceof Refused && error.status === 404) {
    return (
      <Notice title={t('meeting.missingTitle')} text={t('meeting.missingText')}>
        <PageLink to="/meetings">{t('meeting.toList')}</PageLink>
      </Notice>
    );
  }
  return (
    <div className={styles.page}>
      <PageTitle>{t('meeting.title')}</PageTitle>
      {isPending ? <Waiting /> : error && <Failure failure={error} onRetry={() => void refetch()} />}
    </div>
  );
}

function Shown({ meeting, me, connected }: { meeting: Meeting; me: Me; connected: boolean }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { details, status } = meeting;
  useNews(meeting);
  return (
    <article className={styles.page}>
      <div className={styles.head}>
        <PageTitle>{details.title}</PageTitle>
        <StatusBadge status={status} />
      </div>
      <Panel>
        <Text size={400}>{t(`sentence.${status}`)}</Text>
        {status !== 'CANCELLED' && status !== 'CANCELLING' && <Progress meeting={meeting} connected={connected} />}
        <Cancellation meeting={meeting} />
        <Outcome meeting={meeting} />
        <Actions meeting={meeting} me={me} />
      </Panel>
      {meeting.join && <JoinCard join={meeting.join} invitation={meeting.invitation} />}
      <Panel>
        <Details details={details} me={me} />
      </Panel>
      <Panel className="not-printed">
        <Timeline timeline={meeting.timeline} />
      </Panel>
    </article>
  );
}

const CAN_BE_CANCELLED: Meeting['status'][] = ['ACCEPTED', 'IN_PROGRESS', 'DELAYED', 'SCHEDULED'];

/** That somebody wants it cancelled, and what attendees are told. */
function Cancellation({ meeting: { cancellation } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  return cancellation ? (
    <Text>
      {t('cancel.asked', { when: momentText(cancellation.askedAt) })}
      {cancellation.note && ` ${t('cancel.said', { note: cancellation.note })}`}
    </Text>
  ) : null;
}

function Actions({ meeting, me }: { meeting: Meeting; me: Me }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const ended = hasEnded(meeting.status);
  const failed = meeting.status === 'FAILED';
  const again = () => {
    draftsOf(me.subject).replace(draftLike(meeting.details, Date.now()));
    go('/');
  };
  return (
    <div className={`${styles.actions} not-printed`}>
      {ended && (
        <Button appearance={failed ? 'primary' : 'secondary'} onClick={again}>
          {failed ? t('meeting.retry') : t('meeting.again')}
        </Button>
      )}
      {ended && <Button onClick={() => print()}>{t('meeting.print')}</Button>}
      {CAN_BE_CANCELLED.includes(meeting.status) && (
        <Button onClick={() => setAsking(true)}>{t('cancel.action')}</Button>
      )}
      {asking && (
        <CancelDialog
          meeting={{ id: meeting.id, title: meeting.details.title }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** Says where the meeting stands, and each change of that, to those who do not see it. */
function useNews({ status }: Meeting): void {
  const { t } = useTranslation();
  useEffect(() => announce(t(`sentence.${status}`)), [status, t]);
}
