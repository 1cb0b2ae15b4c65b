import type { ContractDrift, DriftFinding } from '../model/drift.ts';
import { formatNumber, formatShare } from '../model/format.ts';
import { KIND } from '../model/variable.ts';
import type { ColumnPairs } from './pair-columns.ts';

/** Columns that are new, missing or, it seems, renamed. Those left out by the contract may be missing. */
export function columnDrift({ renamed, missing, fresh }: ColumnPairs): DriftFinding[] {
  return [
    ...renamed.map(({ saved, now, why }): DriftFinding => {
      const { header, name } = saved;
      return {
        what: 'renamed-column',
        header,
        name,
        now: now.proposal.header,
        why,
        sentence: `“${header}” is gone and “${now.proposal.header}” is new; it seems to be renamed: ${why}.`,
      };
    }),
    ...missing
      .filter(({ keep }) => keep)
      .map(({ header, name }): DriftFinding => {
        const words = header === '' ? `The column ${name}` : `“${header}”`;
        return {
          what: 'missing-column',
          header,
          name,
          sentence: `${words} is not in this extract.`,
        };
      }),
    ...fresh
      .filter(({ proposal }) => proposal.keep)
      .map(({ proposal: { header, name, kind }, filled, of }): DriftFinding => {
        const words = header === '' ? `Column ${name}` : `“${header}”`;
        const sentence = `${words} is new: ${KIND[kind].label.toLowerCase()}, ${formatShare(filled, of)} filled.`;
        return { what: 'new-column', header, kind, filled, of, sentence };
      }),
  ];
}

/** Columns that stand in another place: told, but no drift. */
export function movedColumns({ same }: ColumnPairs): ContractDrift['moved'] {
  return same
    .filter(({ saved, now }) => saved.position !== now.proposal.position)
    .map(({ saved, now }) => ({
      header: saved.header,
      from: saved.position + 1,
      to: now.proposal.position + 1,
    }));
}

/** A saved kind that the file no longer speaks for. */
export function kindFinding(
  name: string,
  kind: keyof typeof KIND,
  proposed: keyof typeof KIND,
  n: number,
  of: number,
): DriftFinding {
  const words = (each: keyof typeof KIND) => KIND[each].label.toLowerCase();
  const cells = `${of === 1 ? 'cell' : 'cells'} ${n === 1 ? 'does' : 'do'}`;
  return {
    what: 'kind',
    name,
    kind,
    proposed,
    n,
    of,
    sentence: `${name} is read as ${words(kind)}, but ${formatNumber(n, 'count')} of ${formatNumber(of, 'count')} ${cells} not fit; by itself the file says ${words(proposed)}.`,
  };
}
