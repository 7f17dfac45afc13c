import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { announce } from '../shell/announcer';
import { Panel } from '../shell/Panel';
import { Facts } from './Facts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  printed: { display: 'none', '@media print': { display: 'block', overflowWrap: 'anywhere' } },
  wrap: { overflowWrap: 'anywhere' },
});

interface Props {
  join: Schemas['Join'];
  invitation: Schemas['Invitation'] | undefined;
}

/** How to join, and where the event is. */
export function JoinCard({ join, invitation }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const copy = () => {
    const say = (text: string) => {
      setSaid(text);
      announce(text);
    };
    navigator.clipboard.writeText(join.webLink).then(
      () => say(t('meeting.copied')),
      () => say(t('meeting.copyFailed', { link: join.webLink })),
    );
  };
  return (
    <Panel>
      <div className={`${styles.actions} not-printed`}>
        <Button as="a" appearance="primary" href={join.webLink} target="_blank" rel="noreferrer">
          {t('meeting.join')}
        </Button>
        <Button onClick={copy}>{t('meeting.copy')}</Button>
        {invitation?.webLink && (
          <Button as="a" href={invitation.webLink} target="_blank" rel="noreferrer">
            {t('meeting.outlook')}
          </Button>
        )}
      </div>
      {said && <Text className={`${styles.wrap} not-printed`}>{said}</Text>}
      <Link href={join.webLink} className={styles.printed}>
        {join.webLink}
      </Link>
      <Facts
        facts={[
          [t('meeting.number'), join.meetingNumber],
          [t('meeting.password'), join.password],
          [t('meeting.phonePassword'), join.phonePassword],
          [t('meeting.accessCode'), join.accessCode],
          [t('meeting.sip'), join.sipAddress],
          [t('meeting.dialIn'), join.dialIns.map(({ label, number }) => `${label}: ${number}`).join('\n')],
        ]}
      />
    </Panel>
  );
}
