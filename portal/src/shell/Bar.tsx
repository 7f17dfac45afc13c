import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import type { Me } from '../session/session';
import { Account } from './Account';
import logo from './convene.svg';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXL,
    padding: `0 ${tokens.spacingHorizontalL}`,
    height: '3rem',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 40rem)': { gap: tokens.spacingHorizontalM, padding: `0 ${tokens.spacingHorizontalM}` },
  },
  skip: {
    position: 'absolute',
    left: '-99rem',
    ':focus': {
      left: tokens.spacingHorizontalM,
      top: tokens.spacingVerticalS,
      zIndex: 1,
      padding: tokens.spacingHorizontalM,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorBrandForegroundLink,
    },
  },
  logo: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    '@media (max-width: 40rem)': { '& span': { display: 'none' } },
  },
  nav: { display: 'flex', alignSelf: 'stretch', gap: tokens.spacingHorizontalXS, flexGrow: 1 },
  place: {
    display: 'flex',
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
    '&[aria-current]': {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      borderBottomColor: tokens.colorBrandStroke1,
    },
    '@media (max-width: 40rem)': { padding: `0 ${tokens.spacingHorizontalS}`, textAlign: 'center' },
  },
});

/** Where one is, where else there is to go, and who one is. */
export function Bar({ me }: { me: Me }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [atSchedule] = useRoute('/');
  const [atMeetings] = useRoute('/meetings/*?');
  return (
    <header className={`${styles.bar} not-printed`}>
      <a href="#content" className={styles.skip}>
        {t('nav.skip')}
      </a>
      <div className={styles.logo}>
        <img src={logo} alt="" width={24} height={24} />
        <span>Convene</span>
      </div>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        <Link href="/" className={styles.place} aria-current={atSchedule ? 'page' : undefined}>
          {t('nav.schedule')}
        </Link>
        <Link href="/meetings" className={styles.place} aria-current={atMeetings ? 'page' : undefined}>
          {t('nav.meetings')}
        </Link>
      </nav>
      <Account me={me} />
    </header>
  );
}
