import type { Kind } from '../../src/model/variable.ts';
import { Icon, KIND_ICON } from './icon.tsx';

/** The inside of a column's head: its kind as a sign, its label. */
export function GridHead({ displayName, kind }: { displayName: string; kind: Kind }) {
  return (
    <span className="grid-head">
      <Icon name={KIND_ICON[kind]} />
      <span className="cut">{displayName}</span>
    </span>
  );
}
