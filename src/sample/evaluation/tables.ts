import type { TableDefinition } from '../../model/table.ts';
import { adults, people } from './adult-tables.ts';
import { appointments } from './appointment-table.ts';
import { outcomes } from './outcome-tables.ts';
import { pathways } from './pathway-table.ts';
import { referrals } from './referral-table.ts';
import type { IdCorrections } from './shared-steps.ts';

/** Every table that is made from the received ones, in the order in which they are made. */
export function tables(ids: IdCorrections): TableDefinition[] {
  return [adults(), referrals(ids), appointments(ids), people(), pathways(), ...outcomes()];
}
