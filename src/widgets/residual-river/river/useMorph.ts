import { useEffect, useRef, useState } from 'react';
import { wantsLessMotion } from '../../../lib/motion.ts';
import { ease } from './ribbon.ts';

const duration = 900;

/** Numbers on their way to `target`, in about a second; at once for readers who want less motion. */
export function useMorph(target: number[]): number[] {
  const [shown, setShown] = useState(target);
  const current = useRef(target);
  const key = target.join();
  const wanted = useRef(target);
  wanted.current = target;
  useEffect(() => {
    const [from, to] = [current.current, wanted.current];
    const show = (values: number[]) => {
      current.current = values;
      setShown(values);
    };
    if (from.join() === key) return;
    if (from.length !== to.length || wantsLessMotion()) {
      show(to);
      return;
    }
    const start = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const t = ease((now - start) / duration);
      show(t === 1 ? to : to.map((value, i) => (from[i] as number) * (1 - t) + value * t));
      if (t < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [key]);
  return shown.length === target.length ? shown : target;
}
