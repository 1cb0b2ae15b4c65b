import type { KeyboardEvent, MouseEvent } from 'react';
import type { ColumnDecision, ColumnEvidence } from '../../../src/model/importing.ts';
import { KIND } from '../../../src/model/variable.ts';
import { columnLetter } from '../../import-changes.ts';
import { count } from '../../words.ts';
import { Icon, KIND_ICON } from '../icon.tsx';

/** A column of the file: what it is called, what it was taken for, and why. */
export function ColumnHead({
  column,
  evidence,
  misfits,
  isAsked,
  isSelected,
  isFocus,
  onClick,
  onKeyDown,
}: {
  column: ColumnDecision;
  evidence: ColumnEvidence | undefined;
  /** Cells that do not fit. */
  misfits: number;
  isAsked: boolean;
  isSelected: boolean;
  isFocus: boolean;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const suggested = evidence?.suggestedMissing.length ?? 0;
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
        <span className="nm" title={column.header}>
          <span className="cut">{column.header || column.name}</span>
        </span>
        <span className="kd">
          <Icon name={KIND_ICON[column.kind]} />
          {column.keep ? KIND[column.kind].label : 'Left out'}
        </span>
        <span className="ms">
          {count(evidence?.empty ?? 0)} empty <i>{columnLetter(column.position)}</i>
        </span>
        {isAsked && <span className="tag caution">? asked above</span>}
        {misfits > 0 && <b className="bad">✕ {count(misfits)} do not fit</b>}
        {suggested > 0 && <span className="tag">∅ code suggested</span>}
        <span className="ev" title={evidence?.evidence}>
          {evidence?.evidence}
        </span>
      </button>
    </th>
  );
}
