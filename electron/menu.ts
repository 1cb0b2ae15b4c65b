import type { MenuItemConstructorOptions } from 'electron';

/** The menu: what the system expects of one. Everything of Attune's own is in the window; nothing leads outside. */
export function menuTemplate(options: {
  macOS: boolean;
  packaged: boolean;
}): MenuItemConstructorOptions[] {
  const forDevelopers: MenuItemConstructorOptions[] = options.packaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    ...(options.macOS ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [{ role: options.macOS ? 'close' : 'quit' }] },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...forDevelopers,
      ],
    },
  ];
}
