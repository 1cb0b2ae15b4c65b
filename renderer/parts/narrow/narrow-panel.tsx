import { Button } from 'react-aria-components';
import type { TableInfo } from '../../../src/model/table.ts';
import { chipWords, partsOf } from '../../cohort-words.ts';
import { changeDraft } from '../../draft-history.ts';
import { canBeFacet, facetsWithin, withFacet, withoutFacet } from '../../facets.ts';
import { useFacetNumbers, useFacets } from '../../use-facets.ts';
import { useSession } from '../../use-session.ts';
import { Pick } from '../pick.tsx';
import { RefusalCard } from '../refusal-card.tsx';
import { Skeleton } from '../skeleton.tsx';
import { Facet } from './facet.tsx';

/** Narrows the rows in view by ticking values; the cohort stays as it is until they are added to it. */
export function NarrowPanel({ table }: { table: TableInfo }) {
  const session = useSession();
  const [facets, keep] = useFacets(table);
  const { faces, numbers, refusal } = useFacetNumbers(table, facets);
  const within = facetsWithin(facets);
  const left = table.variables.filter(
    (variable) => canBeFacet(variable) && !facets.variables.includes(variable.name),
  );
  const addToCohort = () => {
    if (within === undefined) return;
    const { draft } = session.get();
    changeDraft(session, table.name, [...draft, ...partsOf(within)], chipWords(within, table));
    keep({ ...facets, choices: {} });
  };
  return (
    <>
      {refusal !== null && <RefusalCard refusal={refusal} />}
      <div className="facets scroll">
        {facets.variables.map((name) => {
          const variable = table.variables.find((each) => each.name === name);
          const face = faces[name];
          const own = numbers?.charts[name];
          if (variable === undefined) return null;
          if (face === undefined || own === undefined) return <Skeleton key={name} lines={4} />;
          return (
            <Facet
              key={name}
              variable={variable}
              face={face}
              numbers={own}
              condition={facets.choices[name]}
              onChoose={(condition) => keep(withFacet(facets, name, condition))}
              onRemove={() => keep(withoutFacet(facets, name))}
            />
          );
        })}
        {left.length > 0 && (
          <Pick
            label="Add a variable to narrow by"
            placeholder="Add a variable"
            choices={left.map(({ name, label }) => ({ id: name, label }))}
            value={null}
            onChange={(name) => keep({ ...facets, variables: [...facets.variables, name] })}
          />
        )}
      </div>
      <footer className="do">
        <Button
          className="btn small quiet"
          isDisabled={within === undefined}
          onPress={() => keep({ ...facets, choices: {} })}
        >
          Clear
        </Button>
        <Button className="btn small right" isDisabled={within === undefined} onPress={addToCohort}>
          Add to cohort
        </Button>
      </footer>
    </>
  );
}
