import type { Cohort } from '../../src/model/cohort.ts';
import type { Comparison } from '../../src/model/result.ts';
import { CrossButton } from './cross-button.tsx';
import { Pick } from './pick.tsx';

const BESIDE = [
  { id: 'none', label: 'Nothing' },
  { id: 'rest', label: 'The rest' },
  { id: 'everyone', label: 'Everyone' },
] as const;

/** Which cohorts stand side by side, and what stands beside them. */
export function CompareField({
  cohorts,
  comparing,
  onChange,
}: {
  cohorts: readonly Cohort[];
  comparing: Comparison | null;
  onChange: (comparing: Comparison | null) => void;
}) {
  const chosen = comparing?.cohorts ?? [];
  const others = cohorts.filter(({ name }) => !chosen.includes(name));
  const set = (names: readonly string[], beside: Comparison['with']) =>
    onChange(
      names.length === 0
        ? null
        : { cohorts: names, ...(beside === undefined ? {} : { with: beside }) },
    );
  const add = (name: string) =>
    // One alone is compared with somebody.
    set([...chosen, name], comparing?.with ?? (chosen.length === 0 ? 'rest' : undefined));
  const remove = (name: string) => {
    const left = chosen.filter((each) => each !== name);
    set(left, comparing?.with ?? (left.length === 1 ? 'rest' : undefined));
  };
  return (
    <fieldset className="field comparefield">
      <legend>Cohorts side by side</legend>
      {chosen.length > 0 && (
        <ul className="parts">
          {chosen.map((name) => {
            const label = cohorts.find((each) => each.name === name)?.label ?? name;
            return (
              <li key={name}>
                <span>{label}</span>
                <CrossButton label={`Leave out ${label}`} onPress={() => remove(name)} />
              </li>
            );
          })}
        </ul>
      )}
      {others.length > 0 && (
        <Pick
          label="Add a cohort"
          choices={others.map(({ name, label }) => ({ id: name, label }))}
          value={null}
          onChange={add}
          placeholder={chosen.length === 0 ? 'None: groups of a variable' : 'Add a cohort'}
        />
      )}
      {comparing !== null && (
        <Pick
          label="Beside them"
          labelled
          choices={chosen.length > 1 ? BESIDE : BESIDE.slice(1)}
          value={comparing.with ?? 'none'}
          onChange={(id) => set(chosen, id === 'none' ? undefined : id)}
        />
      )}
    </fieldset>
  );
}
