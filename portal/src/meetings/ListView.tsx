import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { recurrenceText } from '../schedule/repeatText';
import type { Me } from '../session/session';
import { Failure } from '../shell/Failure';
import { PageLink } from '../shell/PageLink';
import { PageTitle } from '../shell/PageTitle';
import { Panel } from '../shell/Panel';
import { Waiting } from '../shell/Waiting';
import { spanText } from '../language/words';
import { zone } from '../time/zones';
import { meetingList, readShown, SHOWN, type Item } from './queries';
import { StatusBadge } from './StatusBadge';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  tabs: { flexWrap: 'wrap' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    position: 'relative',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    // The whole row is the link's.
    '& a::after': { content: '""', position: 'absolute', inset: 0 },
    '@media (max-width: 40rem)': { gridTemplateColumns: '1fr', justifyItems: 'start' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', textAlign: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  card: { padding: 0, overflow: 'hidden', '@media (max-width: 40rem)': { padding: 0 } },
  empty: { alignItems: 'flex-start' },
});

/** The meetings that somebody asked for or hosts. */
export default function ListView({ me }: { me: Me }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [, go] = useLocation();
  const shown = readShown(new URLSearchParams(useSearch()).get('show'));
  const list = useInfiniteQuery(meetingList(shown));
  const meetings = list.data?.pages.flatMap((page) => page.meetings);
  return (
    <div className={styles.page}>
      <PageTitle>{t('list.title')}</PageTitle>
      <TabList
        className={styles.tabs}
        aria-label={t('list.show')}
        selectedValue={shown}
        onTabSelect={(_, { value }) => go(value === 'all' ? '/meetings' : `/meetings?show=${String(value)}`)}
      >
        {SHOWN.map((each) => (
          <Tab key={each} value={each}>
            {t(`list.${each}`)}
          </Tab>
        ))}
      </TabList>
      {list.isPending && <Waiting lines={6} />}
      {list.isError && <Failure failure={list.error} onRetry={() => void list.refetch()} />}
      {meetings?.length === 0 && <Empty filtered={shown !== 'all'} />}
      {meetings && meetings.length > 0 && (
        <>
          <Text className={styles.quiet}>{t('list.order')}</Text>
          <Panel className={styles.card}>
            <ul className={styles.list}>
              {meetings.map((meeting) => (
                <Row key={meeting.id} meeting={meeting} me={me} />
              ))}
            </ul>
          </Panel>
        </>
      )}
      {list.hasNextPage && (
        <div>
          <Button disabledFocusable={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {list.isFetchingNextPage ? t('list.loading') : t('list.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({ meeting, me }: { meeting: Item; me: Me }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { city, offset } = zone(meeting.timeZone, Date.parse(meeting.acceptedAt));
  return (
    <li className={styles.item}>
      <div>
        <PageLink to={`/meetings/${meeting.id}`} className={styles.name} appearance="subtle">
          {meeting.title}
        </PageLink>
        <Text as="p" block className={styles.quiet} style={{ margin: 0 }}>
          {spanText(meeting.start, meeting.end)} ({city}, {offset})
        </Text>
        {meeting.recurrence && (
          <Text as="p" block className={styles.quiet} style={{ margin: 0 }}>
            {recurrenceText(meeting.recurrence, meeting.start)}
          </Text>
        )}
        {meeting.host !== me.email && (
          <Text as="p" block className={styles.quiet} style={{ margin: 0 }}>
            {t('list.host', { host: meeting.host })}
          </Text>
        )}
      </div>
      <StatusBadge status={meeting.status} />
    </li>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Panel className={styles.empty}>
      <Text weight="semibold" size={400}>
        {filtered ? t('list.emptyFilterTitle') : t('list.emptyTitle')}
      </Text>
      <Text>{filtered ? t('list.emptyFilterText') : t('list.emptyText')}</Text>
      {!filtered && <PageLink to="/">{t('nav.schedule')}</PageLink>}
    </Panel>
  );
}
