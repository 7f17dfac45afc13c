import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    '@media (max-width: 40rem)': { padding: tokens.spacingHorizontalL },
    '@media print': { boxShadow: 'none', padding: 0, background: 'none' },
  },
});

/** What belongs together, on a surface of its own. */
export function Panel({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={mergeClasses(useStyles().panel, className)}>{children}</div>;
}
