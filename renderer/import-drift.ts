import { breaksContract, type ContractDrift } from '../src/model/drift.ts';

/** A contract file is kept to in everything; the decisions of a table must only not be contradicted. */
export function mustAccept({ findings }: ContractDrift, isContract: boolean): boolean {
  return isContract ? findings.length > 0 : findings.some(breaksContract);
}
