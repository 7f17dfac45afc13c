import { Component, type ErrorInfo, type ReactNode } from 'react';
import { withTranslation, type WithTranslation } from 'react-i18next';
import { Notice } from './Notice';

interface Props extends WithTranslation {
  children: ReactNode;
}

/** What stands in place of a page that has thrown. */
class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(failure: Error, info: ErrorInfo) {
    console.error(failure, info.componentStack);
  }

  override render() {
    const { t, children } = this.props;
    return this.state.broken ? (
      <Notice
        title={t('broken.title')}
        text={t('broken.text')}
        action={{ label: t('broken.reload'), act: () => location.reload() }}
      />
    ) : (
      children
    );
  }
}

export const Broken = withTranslation()(Boundary);
