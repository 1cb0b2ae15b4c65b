import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ProjectInfo } from '../../src/model/project.ts';
import { VIEW_TITLES } from '../commands.ts';
import { VIEWS, type View } from '../session.ts';
import { useSelect, useSession } from '../use-session.ts';
import { Icon } from './icon.tsx';
import { Logo } from './logo.tsx';
import { Tip } from './tip.tsx';

const narrow = matchMedia('(max-width: 1300px)');

/** The rail folds to its icons in a narrow window, or when it is told to. */
export function useFolded(): [boolean, (folded: boolean) => void] {
  const [folded, setFolded] = useState(narrow.matches);
  useEffect(() => {
    const follow = () => setFolded(narrow.matches);
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, []);
  return [folded, setFolded];
}

/** The jobs in their order. Before a project is open there is only Start. */
export function Rail({ folded, onFold }: { folded: boolean; onFold: (folded: boolean) => void }) {
  const session = useSession();
  const view = useSelect((state) => state.view);
  const project = useSelect((state) => state.project);
  const waiting = useSelect((state) => state.importing.length);
  const views: readonly View[] = project === null ? ['start'] : VIEWS;
  return (
    <nav className="rail" aria-label="Pages" data-pane="rail">
      <div className="brand">
        <Logo />
        <span className="label">Attune</span>
      </div>
      {views.map((name, at) => {
        const n = countIn(name, project);
        return (
          <Tip key={name} text={VIEW_TITLES[name]} keys={`Alt ${at + 1}`}>
            <Button
              className="go"
              {...(name === view ? { 'aria-current': 'page' } : {})}
              // What was said about another page has been read by whoever leaves it.
              onPress={() => session.set({ view: name, notice: null })}
            >
              <Icon name={name} />
              <span className="label">{VIEW_TITLES[name]}</span>
              {name === 'sources' && waiting > 0 ? (
                <span className="n caution"> {waiting} waiting</span>
              ) : (
                n !== null && <span className="n"> {n}</span>
              )}
            </Button>
          </Tip>
        );
      })}
      <div className="foot">
        {project === null ? (
          <>
            <b>No project open</b>
            <br />
            The other pages appear with a project.
          </>
        ) : (
          <>
            <b>{project.title}</b>
            <br />
            {project.encrypted ? 'Encrypted on this computer.' : 'Not encrypted.'}
            <br />
            Nothing leaves this computer.
          </>
        )}
      </div>
      <Button className="go fold" onPress={() => onFold(!folded)}>
        <Icon name={folded ? 'unfold' : 'fold'} />
        <span className="label">{folded ? 'Widen' : 'Narrow'}</span>
      </Button>
    </nav>
  );
}

function countIn(view: View, project: ProjectInfo | null): number | null {
  if (project === null) return null;
  switch (view) {
    case 'sources':
      return project.tables.filter((table) => table.origin.made === 'import').length;
    case 'data':
      return project.tables.length;
    case 'measures':
      return project.tables.filter((table) => table.origin.made === 'scores').length;
    case 'cohorts':
      return project.cohorts.length;
    case 'analyse':
      return project.results;
    default:
      return null;
  }
}
