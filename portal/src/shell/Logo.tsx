import { makeStyles, tokens } from '@fluentui/react-components';
import logo from './convene.svg';

const useStyles = makeStyles({
  logo: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL}`,
    height: '3rem',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
  },
});

/** The product, where there is no bar yet. */
export function Logo() {
  return (
    <div className={useStyles().logo}>
      <img src={logo} alt="" width={24} height={24} />
      Convene
    </div>
  );
}
