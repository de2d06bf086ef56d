/** The last net: a screen that throws is replaced by what happened, what is safe and what to do. */
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Trans } from 'react-i18next';

/** Catches what a screen throws while drawing; `resetKey` (the address) makes it try again. */
export class ErrorBoundary extends Component<{ children: ReactNode; resetKey?: string }, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null };

  static getDerivedStateFromError(): { failedAt: string } {
    return { failedAt: '' };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.resetKey ?? '' });
  }

  override componentDidUpdate(before: { resetKey?: string }): void {
    if (this.state.failedAt !== null && before.resetKey !== this.props.resetKey) this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <div className="n-empty" role="alert">
        <p className="n-empty-title">
          <Trans i18nKey="shell.crash.title" />
        </p>
        <p>
          <Trans i18nKey="shell.crash.text" />
        </p>
        <Button onClick={() => this.setState({ failedAt: null })}>
          <Trans i18nKey="shell.crash.reload" />
        </Button>
      </div>
    );
  }
}
