import type { ContractDrift } from '../model/drift.ts';
import { Refusal } from '../model/refusal.ts';

/** Why a drifted extract is not loaded: the whole diff in words, and as a record in the details. */
export function driftRefusal(drift: ContractDrift): Refusal {
  const { file, sheet, findings } = drift;
  const ways = findings.length === 1 ? 'one way' : `${findings.length} ways`;
  const list = findings.map(({ sentence }) => `\n  ${sentence}`).join('');
  return new Refusal(
    'contract-drift',
    `The extract differs from the saved decisions in ${ways}. Nothing was loaded.${list}\n`,
    {
      hint: 'Ask for the extract as it was, or accept the drift (--accept-drift): new columns are loaded as proposed, missing ones stay blank.',
      where: { file, ...(sheet === null ? {} : { sheet }) },
      details: drift,
    },
  );
}

/** "Accepted: “Site” is gone …", for the history. */
export function acceptedDrift(drift: ContractDrift | null): string {
  if (!drift || drift.findings.length === 0) return '';
  return ` Unlike the saved decisions: ${drift.findings.map(({ sentence }) => sentence).join(' ')}`;
}
