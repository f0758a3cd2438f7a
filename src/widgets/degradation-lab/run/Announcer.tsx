import { useEffect, useRef, useState } from 'react';
import { announcement } from '../describe.ts';
import type { LiveRun } from './liveRun.ts';

const announceEveryMs = 5000;

/** Speaks a live run to a screen reader, at most every few seconds. */
export function Announcer({ live }: { live: LiveRun | null }) {
  const [spoken, setSpoken] = useState('');
  const latest = useRef(live);
  useEffect(() => {
    latest.current = live;
  }, [live]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (latest.current) setSpoken(announcement(latest.current.record));
    }, announceEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
