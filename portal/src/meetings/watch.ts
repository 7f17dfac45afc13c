/** How a watch is told of what happens. */
export interface Watcher {
  /** Something happened; the gateway knows what. */
  onNews: () => void;
  /** Whether the connection stands. */
  onConnected: (connected: boolean) => void;
  /** The stream was refused, rather than lost: whether it makes sense to come again. */
  mayReturn: () => Promise<boolean>;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Listens to a meeting's events until it has ended or the returned function is called. A connection
 * that is lost is made again by the browser, which says what it saw last; one that is refused (the
 * gateway restarts, the session has ended) is made again here, after a wait that grows.
 */
export function watch(id: string, watcher: Watcher): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let wait = FIRST_WAIT;

  const stop = () => {
    stopped = true;
    source?.close();
    clearTimeout(timer);
  };
  const connect = () => {
    source = new EventSource(`/api/v1/meetings/${id}/events`);
    source.onopen = () => {
      wait = FIRST_WAIT;
      watcher.onConnected(true);
    };
    source.addEventListener('step', watcher.onNews);
    source.addEventListener('end', () => {
      stop();
      watcher.onNews();
    });
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) {
        watcher.onConnected(false);
        return;
      }
      void comeAgain();
    };
  };
  const comeAgain = async () => {
    if (!stopped && (await watcher.mayReturn()) && !stopped) {
      watcher.onConnected(false);
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  };
  connect();
  return stop;
}
