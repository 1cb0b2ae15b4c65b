import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNWATCHED } from '../../src/model/project.ts';
import { createWorkbench } from '../../src/workbench.ts';

/** Twelve rows with the usual faults: spellings, a repeated row, one that nearly repeats, ages that are none. */
const VISITS = `ref,name,received,site,seen,age,why,prfq_t1,prfq_t2,hads_t1,hads_t2,notes,born
001,Maya Green,01/04/2022,Riverside,2022-04-20,32,sleep;feeding,44,40,7,6,call 07700 900123,1990-01-01
002,Hana Hughes,02/04/2022,riverside,2022-04-22,40,feeding,54,47,10,6,,1982-02-02
003,Nadia Iqbal,03/04/2022,Riversde,2022-04-24,40,sleep,26,22,7,4,amy@example.com,1982-03-03
004,Dana Clarke,14/04/2022,Harbour,2022-04-26,38,bonding,31,25,6,1,,1984-04-04
005,Ellie Khan,15/04/2022,Harbour,2022-04-28,999,sleep,40,,8,,,1985-05-05
006,Orla Lewis,16/04/2022,Habour,2022-05-01,29,,41,39,9,7,,1993-06-06
007,Priya Brown,17/04/2022,Harbour,2022-05-03,,feeding;sleep,33,30,5,5,,1994-07-07
008,Isla Adams,18/04/2022,Old Town,2022-05-05,21,sleep,35,36,6,8,,2001-08-08
008,Isla Adams,18/04/2022,Old Town,2022-05-05,21,sleep,35,36,6,8,,2001-08-08
009,Grace Evans,19/04/2022,Old Town,2022-05-07,25,bonding,48,,11,,,1997-09-09
010,Grace Evens,20/04/2022,Old Town,2022-05-09,25,bonding,48,44,11,9,,1997-09-09
011,Leila Jones,21/04/2022,,2022-05-11,27,feeding,29,28,4,4,,1995-10-10
`;
const SITES = `site,month,team,opened
Riverside,4,Team R,2020-01-01
Harbour,4,Team H,2020-02-02
Harbour,5,Team H2,2021-03-03
`;

/** A project with the tables visits and sites. Gives its path. */
export async function visitsProject(folder: string): Promise<string> {
  const project = join(folder, 'visits.attune');
  const workbench = createWorkbench(project, { create: { title: 'Visits' } });
  for (const [name, text] of Object.entries({ visits: VISITS, sites: SITES })) {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, text);
    await workbench.importFile({ file, table: name }, UNWATCHED);
  }
  workbench.close();
  return project;
}
