import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: '34rem',
    margin: '12vh auto 0',
    padding: `0 ${tokens.spacingHorizontalL}`,
  },
});

interface Props {
  title: string;
  text: string;
  action?: { label: string; act: () => void };
  children?: ReactNode;
}

/** A page that has one thing to say, and at most one thing to do. */
export function Notice({ title, text, action, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.notice}>
      <PageTitle>{title}</PageTitle>
      <Text as="p" block size={400}>
        {text}
      </Text>
      {action && (
        <Button appearance="primary" size="large" onClick={action.act}>
          {action.label}
        </Button>
      )}
      {children}
    </div>
  );
}
