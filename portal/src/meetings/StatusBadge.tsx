import { Badge, type BadgeProps } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Status } from './queries';

const COLOURS: Record<Status | 'CANCELLING', NonNullable<BadgeProps['color']>> = {
  ACCEPTED: 'informative',
  IN_PROGRESS: 'informative',
  DELAYED: 'warning',
  SCHEDULED: 'success',
  FAILED: 'danger',
  CANCELLING: 'informative',
  CANCELLED: 'subtle',
  NEEDS_ATTENTION: 'severe',
};

export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <Badge appearance="tint" size="large" color={COLOURS[status]} style={{ whiteSpace: 'nowrap' }}>
      {t(`status.${status}`)}
    </Badge>
  );
}
