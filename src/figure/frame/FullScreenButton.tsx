import { useSyncExternalStore, type RefObject } from 'react';

const subscribe = (hear: () => void) => {
  document.addEventListener('fullscreenchange', hear);
  return () => document.removeEventListener('fullscreenchange', hear);
};

/** Gives a figure the whole screen, and the page its place back. An iPhone shows no page on its full screen. */
export function FullScreenButton({ frame }: { frame: RefObject<HTMLDivElement | null> }) {
  const isOffered = useSyncExternalStore(
    subscribe,
    () => document.fullscreenEnabled,
    () => true,
  );
  const isFull = useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  );
  if (!isOffered) return null;
  const toggle = () => (isFull ? document.exitFullscreen() : frame.current?.requestFullscreen());
  return (
    <button type="button" onClick={() => void toggle()}>
      {isFull ? 'Leave full screen' : 'Full screen'}
    </button>
  );
}
