import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { ColumnEvidence } from '../../../src/model/importing.ts';
import { KIND } from '../../../src/model/variable.ts';
import { columnLetter } from '../../import-changes.ts';
import type { ColumnStrip } from '../../like-columns.ts';
import { count } from '../../words.ts';
import { Icon, KIND_ICON } from '../icon.tsx';

/** A column of the file, or several alike: what it is called, what it was taken for, and why. */
export function ColumnHead({
  strip,
  evidence,
  misfits,
  isAsked,
  isSelected,
  isFocus,
  onClick,
  onKeyDown,
  children,
}: {
  strip: ColumnStrip;
  /** Of each column. */
  evidence: readonly (ColumnEvidence | undefined)[];
  /** Cells that do not fit. */
  misfits: number;
  isAsked: boolean;
  isSelected: boolean;
  isFocus: boolean;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  children?: ReactNode;
}) {
  const { columns } = strip;
  const [column] = columns;
  const last = columns.at(-1) ?? column;
  const n = columns.length;
  const suggested = evidence.filter((one) => (one?.suggestedMissing.length ?? 0) > 0).length;
  const empty = evidence.reduce((sum, one) => sum + (one?.empty ?? 0), 0);
  return (
    <th scope="col" className={`${isSelected ? 'sel' : ''} ${column.keep ? '' : 'out'}`}>
      <button
        type="button"
        className="pickcol"
        data-column={column.position}
        aria-pressed={isSelected}
        tabIndex={isFocus ? 0 : -1}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <span className="nm" title={strip.label}>
          <span className="cut">{strip.label}</span>
        </span>
        <span className="kd">
          <Icon name={KIND_ICON[column.kind]} />
          {column.keep ? KIND[column.kind].label : 'Left out'}
        </span>
        <span className="ms">
          {count(empty)} empty{' '}
          <i>
            {columnLetter(column.position)}
            {n > 1 && `–${columnLetter(last.position)}`}
          </i>
        </span>
        {isAsked && <span className="tag caution">? asked above</span>}
        {misfits > 0 && (
          <b className="bad">
            ✕ {count(misfits)} {misfits === 1 ? 'does' : 'do'} not fit
          </b>
        )}
        {suggested > 0 && (
          <span className="tag">∅ code suggested{n > 1 && ` in ${count(suggested)}`}</span>
        )}
        <span className="ev" title={evidence[0]?.evidence}>
          {n > 1 ? `${count(n)} columns alike, decided about together` : evidence[0]?.evidence}
        </span>
      </button>
      {children}
    </th>
  );
}
