import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { readHistory, writeHistory } from '../answers/answerShelf.ts';
import type { Editor } from '../editor/createEditor.ts';

/** What can be undone is kept after so long without a key, in milliseconds: as soon as the code itself. */
const keepPastAfterMs = 400;

interface Options {
  exercise: string;
  label: string;
  text: string;
  isReading: boolean;
  onChange: (text: string) => void;
  onCheck: () => void;
  onRun: () => void;
}

/**
 * An editor in the place of `place`, as soon as the kept answer has been read and the editor's script is here. It
 * follows the text; what can be undone is kept across visits.
 */
export function useEditor({ exercise, label, text, isReading, onChange, onCheck, onRun }: Options) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const [state, setState] = useState<'coming' | 'here' | 'failed'>('coming');
  const keepPast = useRef<() => void>(() => undefined);
  const [canUndo, setCanUndo] = useState(false);
  const changed = useEffectEvent((now: string, can: boolean) => {
    setCanUndo(can);
    onChange(now);
  });
  const check = useEffectEvent(onCheck);
  const run = useEffectEvent(onRun);
  const open = useEffectEvent(
    (create: typeof import('../editor/createEditor.ts').createEditor, past: unknown) =>
      create(place.current as HTMLElement, {
        label,
        text,
        past,
        onChange: changed,
        onCheck: check,
        onRun: run,
      }),
  );

  useEffect(() => {
    if (isReading) return undefined;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      // Where it cannot be kept, the code itself says so (useAnswer).
      if (editor.current) void writeHistory(exercise, editor.current.past()).catch(() => undefined);
    };
    keepPast.current = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, keepPastAfterMs);
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden' && timer) keep();
    };
    void Promise.all([import('../editor/createEditor.ts'), readHistory(exercise).catch(() => null)])
      .then(([{ createEditor }, past]) => {
        if (isGone) return;
        editor.current = open(createEditor, past);
        setCanUndo(editor.current.canUndo());
        setState('here');
      })
      .catch(() => setState('failed'));
    document.addEventListener('visibilitychange', onHide);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', onHide);
      if (timer) keep();
      editor.current?.destroy();
      editor.current = null;
    };
  }, [exercise, isReading]);

  // Until it is here it is not displayed, and has no height.
  useEffect(() => {
    if (state === 'here') editor.current?.showGap();
  }, [state]);

  // Before the next key, or that key would be undone.
  useIsomorphicLayoutEffect(() => {
    if (editor.current) {
      editor.current.setText(text);
      setCanUndo(editor.current.canUndo());
    }
    keepPast.current();
  }, [text]);

  return { place, editor, state, canUndo };
}

/** React warns of layout effects where the build renders. */
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
