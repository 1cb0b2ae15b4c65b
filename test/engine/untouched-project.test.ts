import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkbench } from '../../src/workbench.ts';
import { toyProjects, toySession } from '../helpers/toy-project.ts';

const real = () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  const open = () => toySession(folder, toyProjects(), { createWorkbench } as never);
  return { open, projects: () => readdirSync(join(folder, 'Projects')) };
};

test('a project that was made and never used leaves nothing behind', () => {
  const { open, projects } = real();
  const { session } = open();
  session.newProject({ name: 'One' });
  expect(session.closeProject({}).recent).toEqual([]);
  expect(projects()).toEqual([]);
});

test('one that was used stays, and so does an empty one that was opened again', () => {
  const { open, projects } = real();
  const first = open();
  first.session.newProject({ name: 'Used' });
  first.workbench().saveReport({
    report: { title: 'T', subtitle: '', authors: '', date: '', blocks: [] },
  });
  first.close();
  expect(projects()).toEqual(['Used.attune']);
  const second = open();
  second.session.openRecent({ id: second.session.start({}).recent[0]?.id ?? '' });
  second.close();
  expect(projects()).toEqual(['Used.attune']);
});
