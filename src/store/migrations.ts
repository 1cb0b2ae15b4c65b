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
  // Column segments: derived from the rows, made again whenever they do not agree with them.
  // Column 0 is the rows' origin, column n the variable that the rows hold in cn.
  `
  CREATE TABLE attune_column (
    table_id INTEGER NOT NULL REFERENCES attune_table (id) ON DELETE CASCADE,
    column INTEGER NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    reasons TEXT NOT NULL,
    texts INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (table_id, column)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_segment (
    table_id INTEGER NOT NULL REFERENCES attune_table (id) ON DELETE CASCADE,
    column INTEGER NOT NULL,
    part TEXT NOT NULL,
    segment INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    checksum INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (table_id, column, part, segment)
  ) STRICT;
  `,
  // The last import into a table can be undone: the table as it was is kept beside it, out of sight.
  // A table without an entry was made by its only import.
  `
  CREATE TABLE attune_undo (
    table_id INTEGER PRIMARY KEY REFERENCES attune_table (id) ON DELETE CASCADE,
    before_id INTEGER REFERENCES attune_table (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL
  ) STRICT;
  `,
  // Every version of a cohort is kept: results are pinned to one. A removed cohort stays, out of sight, so
  // that its removal can be undone and its versions are never given again.
  `
  CREATE TABLE attune_cohort_version (
    name TEXT NOT NULL COLLATE NOCASE REFERENCES attune_cohort (name),
    version INTEGER NOT NULL,
    label TEXT NOT NULL,
    description TEXT NOT NULL,
    condition TEXT NOT NULL,
    combined TEXT,
    saved_at TEXT,
    PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO attune_cohort_version (name, version, label, description, condition)
    SELECT name, version, label, '', condition FROM attune_cohort;
  ALTER TABLE attune_cohort DROP COLUMN label;
  ALTER TABLE attune_cohort DROP COLUMN condition;
  ALTER TABLE attune_cohort ADD COLUMN removed_at TEXT;
  `,
  // Undo of everything: what each change replaced. Rows of tables are never edited, so a table that is
  // removed or replaced is only hidden, and stays until nothing in the history or in a snapshot needs it.
  `
  ALTER TABLE attune_table ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
  UPDATE attune_table SET hidden = 1
   WHERE id IN (SELECT before_id FROM attune_undo WHERE before_id IS NOT NULL);

  CREATE TABLE attune_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    journal_id INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE attune_change_row (
    change_id INTEGER NOT NULL REFERENCES attune_change (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (change_id, table_name, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_snapshot (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    at TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // What checks of the data found at each version of a table, and what was decided about failing rows.
  // Excuses and queries name rows by a mark (src/quality/row-mark.ts), because numbers change with imports.
  `
  CREATE TABLE attune_quality_run (
    table_name TEXT NOT NULL COLLATE NOCASE,
    table_version INTEGER NOT NULL,
    at TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (table_name, table_version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_excuse (
    rule TEXT NOT NULL,
    row TEXT NOT NULL,
    reason TEXT NOT NULL,
    until TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (rule, row)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_query (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    row TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    answer TEXT,
    answered_at TEXT,
    UNIQUE (rule, row)
  ) STRICT;
  `,
  // Who is asked about what a rule found: all of its rows (row is empty), or one; and who was asked.
  `
  CREATE TABLE attune_sender (
    rule TEXT NOT NULL,
    row TEXT NOT NULL,
    sender TEXT NOT NULL,
    PRIMARY KEY (rule, row)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attune_query_sender (
    query INTEGER PRIMARY KEY,
    sender TEXT NOT NULL
  ) STRICT;
  `,
];

export const SCHEMA_VERSION = MIGRATIONS.length;
