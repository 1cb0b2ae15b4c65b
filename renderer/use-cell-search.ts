import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CellSearch, FoundCell } from '../src/contract/methods/rows.ts';
import { useSession } from './use-session.ts';

/** Goes through the cells that hold a text; the first is looked for as soon as the text is there. */
export function useCellSearch(
  /** What is looked through, without the text; another key starts anew. */
  key: string,
  text: string,
  asked: () => Omit<CellSearch, 'text' | 'from' | 'back'>,
  /** From where the first is looked for. */
  start: () => CellSearch['from'],
  onFound: (at: NonNullable<FoundCell['at']>) => void,
): { found: { cells: number; nth: number } | null; step: (back: boolean) => void } {
  const session = useSession();
  const [found, setFound] = useState<{ cells: number; nth: number } | null>(null);
  const last = useRef<CellSearch['from']>(undefined);
  const turn = useRef(0);
  /** Steps are taken one after another, each from where the one before arrived. */
  const steps = useRef(Promise.resolve());
  const go = async (own: number, back: boolean, from: CellSearch['from']) => {
    if (own !== turn.current) return;
    const reply = await session.client.findCell({
      ...asked(),
      text,
      back,
      ...(from === undefined ? {} : { from }),
    });
    if (own !== turn.current) return;
    if ('refused' in reply) {
      session.set({ refusal: reply.refused });
      return;
    }
    const { cells, at } = reply.ok;
    setFound({ cells, nth: at?.nth ?? 0 });
    if (at === null) return;
    last.current = { position: at.position, variable: at.variable };
    onFound(at);
  };
  const first = useEffectEvent(() => void go(turn.current, false, undefined));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows, or another text, are another search
  useEffect(() => {
    setFound(null);
    turn.current += 1;
    last.current = undefined;
    if (text !== '') first();
  }, [key, text]);
  const step = (back: boolean) => {
    const own = turn.current;
    if (text === '') return;
    steps.current = steps.current.then(() => go(own, back, last.current ?? start()));
  };
  return { found, step };
}
