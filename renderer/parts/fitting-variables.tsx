import { Button } from 'react-aria-components';
import type { AnalysisDescription } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { KIND } from '../../src/model/variable.ts';
import { kindWords, listOf, variablesFor } from '../option-values.ts';
import type { Composer } from '../use-composer.ts';
import { useSelect, useSession } from '../use-session.ts';
import { counted } from '../words.ts';
import { Icon, KIND_ICON } from './icon.tsx';
import { Scroll } from './scroll.tsx';

/** In place of the result: what can be chosen for the first option that is still open. */
export function FittingVariables({
  composer,
  description,
  table,
}: {
  composer: Composer;
  description: AnalysisDescription;
  table: TableInfo;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const open = description.options.find(
    ({ label }) =>
      composer.needed.includes(label) ||
      composer.needed.some((need) => need.startsWith(`${label} (`)),
  );
  if (open === undefined || !(open.type === 'variable' || open.type === 'variables')) {
    return (
      <section className="card choose waiting" aria-label="Result">
        <h2>{description.title}</h2>
        <p>Everything is chosen. Press Enter in the options, or Run.</p>
        <p className="note">The result appears here.</p>
      </section>
    );
  }
  const taken = description.options.flatMap(({ key }) => {
    const value = composer.values[key];
    return typeof value === 'string' ? [value] : listOf(value);
  });
  const fitting = variablesFor(open, table);
  const free = fitting.filter(({ name }) => !taken.includes(name));
  const others = tables.filter(
    (other) => other.name !== table.name && variablesFor(open, other).length > 0,
  );
  const choose = (name: string) => {
    const before = composer.values[open.key];
    composer.set({
      ...composer.values,
      [open.key]: open.type === 'variable' ? name : [...listOf(before), name],
    });
  };
  return (
    <section className="card flush choose waiting" aria-label="Result">
      <header>
        <h2>{description.title}</h2>
        <span className="note cut">Still to choose: {composer.needed.join(', ')}</span>
      </header>
      <Scroll label="What can be chosen" className="body">
        <h3>
          {open.label}{' '}
          <span className="note">
            {kindWords(open.kinds)}; {free.length === 0 ? 'none' : free.length} in {table.label}
          </span>
        </h3>
        <p className="note">{open.help}</p>
        <div className="offers">
          {free.map((variable) => (
            <Button key={variable.name} className="offer" onPress={() => choose(variable.name)}>
              <Icon name={KIND_ICON[variable.kind]} />
              <span className="clamp">{variable.label}</span>
              <span className="note">{KIND[variable.kind].label}</span>
              <span className="hidden-text">use as {open.label}</span>
            </Button>
          ))}
        </div>
        {others.length > 0 && (
          <>
            <h3>{free.length === 0 ? 'Tables that have some' : 'Other tables that have some'}</h3>
            <div className="offers">
              {others.map((other) => (
                <Button
                  key={other.name}
                  className="offer"
                  onPress={() => session.set({ table: other.name, draft: [] })}
                >
                  <Icon name="table" />
                  <span className="cut">{other.label}</span>
                  <span className="note">
                    {counted(variablesFor(open, other).length, 'variable')}
                  </span>
                </Button>
              ))}
            </div>
          </>
        )}
      </Scroll>
    </section>
  );
}
