import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    background: 'none',
  },
});

/** The outline of what is being loaded. */
export function Waiting({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Skeleton className={styles.lines} aria-label={t('list.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <SkeletonItem key={i} size={i === 0 ? 32 : 64} style={i === 0 ? { width: '40%' } : {}} />
      ))}
    </Skeleton>
  );
}
