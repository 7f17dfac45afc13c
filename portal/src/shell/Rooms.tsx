import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import type { Me } from '../session/session';
import { LostSession } from '../session/LostSession';
import { ScheduleView } from '../schedule/ScheduleView';
import { Announcer } from './announcer';
import { Bar } from './Bar';
import { Broken } from './Broken';
import { Notice } from './Notice';
import { Waiting } from './Waiting';

const ListView = lazy(() => import('../meetings/ListView'));
const MeetingView = lazy(() => import('../meetings/MeetingView'));

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '54rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL} 4rem`,
    '@media (max-width: 40rem)': {
      padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} 3rem`,
    },
    '@media print': { padding: 0 },
  },
});

/** The pages, for somebody who is signed in. */
export function Rooms({ me }: { me: Me }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <>
      <Bar me={me} />
      <LostSession />
      <Announcer />
      <main id="content" tabIndex={-1} className={styles.page} style={{ outline: 'none' }}>
        <Broken>
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/">
                <ScheduleView me={me} />
              </Route>
              <Route path="/meetings">
                <ListView me={me} />
              </Route>
              <Route path="/meetings/:id">{({ id }) => <MeetingView key={id} id={id} me={me} />}</Route>
              <Route>
                <Notice title={t('notFound.title')} text={t('notFound.text')} />
              </Route>
            </Switch>
          </Suspense>
        </Broken>
      </main>
    </>
  );
}
