/**
 * The schema, one entry a version, run in order. A released entry is never edited: a change is a new one.
 * Names that begin with attune_ or rows_ are Attune's; a view with the table's own name gives its rows
 * with readable column names.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE attune_meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_table (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    label TEXT NOT NULL,
    unit TEXT NOT NULL,
    rows INTEGER NOT NULL,
    version INTEGER NOT NULL,
    variables TEXT NOT NULL,
    origin TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attune_cell_note (
    table_id INTEGER NOT NULL REFERENCES attune_table (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    column INTEGER NOT NULL,
    kind TEXT NOT NULL,
    raw TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (table_id, row, column)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_import (
    table_id INTEGER PRIMARY KEY REFERENCES attune_table (id) ON DELETE CASCADE,
    imported_at TEXT NOT NULL,
    decisions TEXT NOT NULL,
    receipt TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attune_cohort (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    label TEXT NOT NULL,
    table_name TEXT NOT NULL,
    condition TEXT NOT NULL,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_result (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attune_document (
    name TEXT PRIMARY KEY,
    content TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    sentence TEXT NOT NULL
  ) STRICT;
  `,
];

export const SCHEMA_VERSION = MIGRATIONS.length;
