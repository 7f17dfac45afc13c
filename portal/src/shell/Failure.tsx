import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client';

/** Says in place of what was to be shown why it is not there, and what to do. */
export function Failure({ failure, onRetry }: { failure: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  if (failure instanceof Refused && failure.status === 401) {
    return null; // said over the whole page
  }
  const refused = failure instanceof Refused && failure.status < 500;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{refused ? t('broken.title') : t('away.title')}</MessageBarTitle>
        {refused ? failure.message : t('away.text')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{t('away.again')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
