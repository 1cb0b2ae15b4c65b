"""Remakes protected.xlsx, a workbook that LibreOffice has encrypted with a password.
Needs soffice and python3-uno. Usage: python3 make-protected.py"""

import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException

OUT = pathlib.Path(__file__).parent / "protected.xlsx"
PIPE = "pipe,name=attune-protected;urp"
ROWS = [["person", "score"], ["Ann", 1], ["Ben", 2]]


def pair(kind, name, value):
    made = kind()
    made.Name = name
    made.Value = value
    return made


def office():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(60):
        try:
            return resolver.resolve(f"uno:{PIPE};StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(1)
    raise SystemExit("LibreOffice did not start")


with tempfile.TemporaryDirectory() as profile:
    options = [f"-env:UserInstallation=file://{profile}", "--headless", f"--accept={PIPE};"]
    process = subprocess.Popen(["soffice", *options])
    context = office()
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    hidden = pair(PropertyValue, "Hidden", True)
    book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
    sheet = book.Sheets.getByIndex(0)
    for y, row in enumerate(ROWS):
        for x, value in enumerate(row):
            cell = sheet.getCellByPosition(x, y)
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value
    lock = uno.Any(
        "[]com.sun.star.beans.NamedValue",
        (
            pair(NamedValue, "CryptoType", "Standard"),
            pair(NamedValue, "OOXPassword", "not a secret"),
        ),
    )
    book.storeToURL(
        OUT.as_uri(),
        (
            pair(PropertyValue, "FilterName", "Calc MS Excel 2007 XML"),
            pair(PropertyValue, "EncryptionData", lock),
        ),
    )
    book.close(True)
    desktop.terminate()
    process.wait(30)
