import { useCallback, useEffect, useRef, useState } from 'react';

export type AsyncValue<Value> = Loading<Value> | { state: 'FAILED'; error: Error } | { state: 'READY'; value: Value };
type Loading<Value> = { state: 'LOADING'; previous: Value | null };

/** Loads a value, again whenever `load` changes. Aborts the previous load. Null postpones loading. */
export function useAsyncValue<Value>(load: ((signal: AbortSignal) => Promise<Value>) | null): {
  loaded: AsyncValue<Value>;
  reload: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<AsyncValue<Value>>({ state: 'LOADING', previous: null });
  const lastValue = useRef<Value | null>(null);
  useEffect(() => {
    if (!load) return;
    const controller = new AbortController();
    setLoaded({ state: 'LOADING', previous: lastValue.current });
    load(controller.signal).then(
      (value) => {
        if (controller.signal.aborted) return;
        lastValue.current = value;
        setLoaded({ state: 'READY', value });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setLoaded({ state: 'FAILED', error: error as Error });
      },
    );
    return () => controller.abort();
  }, [load, attempt]);
  return { loaded, reload: useCallback(() => setAttempt((count) => count + 1), []) };
}
