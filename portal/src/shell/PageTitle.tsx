import { makeStyles, typographyStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  title: {
    ...typographyStyles.title2,
    margin: 0,
    color: tokens.colorNeutralForeground1,
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
  },
});

/** Whether this is the page that the browser began with: there the focus is where browsers put it. */
let first = true;

/** The heading of a page, which is also its name in tabs and history, and where its reading begins. */
export function PageTitle({ children }: { children: string }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Convene`;
  }, [children]);
  useEffect(() => {
    if (!first) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  );
}
