import { Button, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Modal } from '../shell/Modal';
import { signIn, useLost } from './session';

/** Says over whatever page it is that the session has ended. */
export function LostSession() {
  const { t } = useTranslation();
  return useLost() ? (
    <Modal title={t('lost.title')}>
      <Text as="p" block style={{ margin: `0 0 ${tokens.spacingVerticalXL}` }}>
        {t('lost.text')}
      </Text>
      <Button appearance="primary" size="large" onClick={signIn}>
        {t('lost.signIn')}
      </Button>
    </Modal>
  ) : null;
}
