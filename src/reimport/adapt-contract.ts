import type { ColumnDecision, ImportDecisions } from '../model/importing.ts';
import type { ColumnPairs } from './pair-columns.ts';

/**
 * The contract as it would be for this extract: columns that are there as they were decided, renamed
 * ones under their new heading, new ones as proposed, missing ones gone.
 */
export function adaptContract(
  contract: ImportDecisions,
  proposed: ImportDecisions,
  pairs: ColumnPairs,
): ImportDecisions {
  const saved = new Map(
    [...pairs.same, ...pairs.renamed].map((pair) => [pair.now.proposal.position, pair.saved]),
  );
  const taken = new Set([...saved.values()].map(({ name }) => name.toLowerCase()));
  const columns = proposed.columns.map((proposal): ColumnDecision => {
    const decision = saved.get(proposal.position);
    const { position, header } = proposal;
    if (decision) return { ...decision, position, header };
    const name = freeName(proposal.name, taken);
    taken.add(name.toLowerCase());
    return { ...proposal, name };
  });
  const kept = new Set(columns.filter(({ keep }) => keep).map(({ name }) => name));
  return {
    ...contract,
    dialect: proposed.dialect,
    header: proposed.header,
    footer: proposed.footer,
    columns,
    required: contract.required.filter((name) => kept.has(name)),
  };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} (${n})`;
  return free;
}
