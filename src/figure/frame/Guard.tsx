import { Component, Fragment, type ReactNode } from 'react';

interface Props {
  /** Of the figure, which the sentence stands in for. */
  title: string;
  children: ReactNode;
}

interface State {
  failed: boolean;
  /** How often the figure was started again. */
  restarts: number;
}

/** Where a figure throws, a sentence and a button stand in its place; React tells the console what happened. */
export class Guard extends Component<Props, State> {
  override state: State = { failed: false, restarts: 0 };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override render(): ReactNode {
    const { title, children } = this.props;
    const { failed, restarts } = this.state;
    if (!failed) return <Fragment key={restarts}>{children}</Fragment>;
    return (
      <div className="figure-frame" data-phase="broken">
        <h3 className="figure-title">{title}</h3>
        <p className="problem" role="alert">
          This figure has stopped because something went wrong on the page; it was not your doing.
          Start it again; if it stops a second time, reload the page. You can read on without it.
        </p>
        <div className="buttons">
          <button
            type="button"
            className="primary"
            onClick={() => this.setState({ failed: false, restarts: restarts + 1 })}
          >
            Start the figure again
          </button>
        </div>
      </div>
    );
  }
}
