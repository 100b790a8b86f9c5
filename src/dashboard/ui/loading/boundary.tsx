import { Component, type ReactNode } from 'react';
import { ErrorNotice } from './notice.js';

interface Props {
  readonly children: ReactNode;
}

/** Catches errors while a page renders and shows an error notice. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state as { error: Error | null };
    if (!error) return this.props.children;
    return (
      <ErrorNotice
        title="This page could not be shown"
        onRetry={() => this.setState({ error: null })}
      >
        {error.message}
      </ErrorNotice>
    );
  }
}
