const READABLE = /\.(xlsx|xlsm|csv|tsv|txt|xls|xlsb|ods|json|attune)$/i;

/** The files of a drop. Folders are opened, as deep as they go; of what is in them, what could be read. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries have to be asked for before the first pause: afterwards the drop is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const plain = [...transfer.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain;
  const found = await Promise.all(
    entries.map((entry) => (isFolder(entry) ? filesIn(entry) : fileOf(entry))),
  );
  return found.flat();
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (batch.length === 0) return files;
    for (const entry of batch) {
      if (isFolder(entry)) files.push(...(await filesIn(entry)));
      else if (READABLE.test(entry.name)) files.push(...(await fileOf(entry)));
    }
  }
}

function fileOf(entry: FileSystemEntry): Promise<File[]> {
  return new Promise((resolve) =>
    (entry as FileSystemFileEntry).file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  );
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
