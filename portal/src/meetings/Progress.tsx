import { makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components';
import { Checkmark16Filled, Dismiss16Filled } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Meeting } from './queries';
import { stages, type StageState } from './stages';

const useStyles = makeStyles({
  stages: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 40rem)': { flexDirection: 'column' },
  },
  stage: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    boxSizing: 'border-box',
    flexShrink: 0,
  },
  done: { backgroundColor: tokens.colorPaletteGreenBackground3, color: tokens.colorNeutralForegroundOnBrand },
  failed: { backgroundColor: tokens.colorPaletteRedBackground3, color: tokens.colorNeutralForegroundOnBrand },
  open: { border: `2px solid ${tokens.colorNeutralStroke1}` },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How far a meeting has come, in three stages. */
export function Progress({ meeting, connected }: { meeting: Meeting; connected: boolean }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <>
      <ol className={styles.stages} aria-label={t('meeting.progress')}>
        {stages(meeting).map(({ name, state }) => (
          <li key={name} className={styles.stage} aria-current={state === 'now' ? 'step' : undefined}>
            <Mark state={state} label={t(`stage.${state}`)} />
            <Text className={state === 'open' ? styles.quiet : undefined}>{t(state === 'failed' && name !== 'accepted' ? `stage.${name}Failed` : `stage.${name}`)}</Text>
          </li>
        ))}
      </ol>
      {!connected && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('meeting.reconnecting')}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function Mark({ state, label }: { state: StageState; label: string }) {
  const styles = useStyles();
  switch (state) {
    case 'done':
      return (
        <span role="img" aria-label={label} className={mergeClasses(styles.mark, styles.done)}>
          <Checkmark16Filled aria-hidden />
        </span>
      );
    case 'failed':
      return (
        <span role="img" aria-label={label} className={mergeClasses(styles.mark, styles.failed)}>
          <Dismiss16Filled aria-hidden />
        </span>
      );
    case 'now':
      return (
        <span role="img" aria-label={label} className={styles.mark}>
          <Spinner size="tiny" aria-hidden />
        </span>
      );
    case 'open':
      return <span role="img" aria-label={label} className={mergeClasses(styles.mark, styles.open)} />;
  }
}
