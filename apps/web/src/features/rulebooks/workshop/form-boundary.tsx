import { Component, type ReactNode } from 'react';

type Props = {
  /** What the form was drawn from: another one is another try. */
  readonly of: unknown;
  readonly fallback: ReactNode;
  readonly children: ReactNode;
};

/** A document taken unfinished may hold what a form cannot draw. The way to mend it must stay open then. */
export class FormBoundary extends Component<Props, { readonly failed: boolean; readonly of: unknown }> {
  override state = { failed: false, of: this.props.of };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: { readonly of: unknown }) {
    return of === state.of ? null : { failed: false, of };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
