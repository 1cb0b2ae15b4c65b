"""Remakes quoting-*.csv and quoting.json: files in other ways of quoting as Python's csv module writes
them, and the cells that it reads back from them. Usage: python3 make-quoting.py"""

import csv
import json
import pathlib

HERE = pathlib.Path(__file__).parent
ROWS = [
    ["id", "said", "path", "n"],
    ["1", 'She said "hello" to me', "C:\\new\\rows", "10"],
    ["2", "two\nlines, and a comma", "D:\\", "11"],
    ["3", '"quoted whole"', "", "12"],
    ["4", "ends with a backslash \\", "it's here", "13"],
    ["5", "plain; with semicolon", "'in apostrophes'", "14"],
    ["6", 'one " mark', "a,b", "15"],
]
WAYS = {
    "backslash": dict(doublequote=False, escapechar="\\", quoting=csv.QUOTE_ALL),
    "backslash-few": dict(doublequote=False, escapechar="\\"),
    "backslash-none": dict(quoting=csv.QUOTE_NONE, escapechar="\\"),
    "apostrophe": dict(quotechar="'", quoting=csv.QUOTE_ALL),
    "apostrophe-semicolon": dict(quotechar="'", quoting=csv.QUOTE_ALL, delimiter=";"),
}

cells = {}
for name, way in WAYS.items():
    path = HERE / f"quoting-{name}.csv"
    with path.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n", **way).writerows(ROWS)
    with path.open(newline="") as file:
        cells[name] = list(csv.reader(file, **way))
(HERE / "quoting.json").write_text(json.dumps(cells, indent=1, ensure_ascii=False) + "\n")
