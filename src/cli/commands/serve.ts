import { serve } from '../../serve/serve.ts';
import { type Command, numberOption } from '../command.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '[P.attune] [--port N] [--no-open]',
  about: 'the window in a browser, on this machine only',
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  takes: [0, 1],
  async run(args) {
    const [project] = args.positionals;
    const shell = await serve({
      ...(project === undefined ? {} : { project }),
      port: numberOption(args, 'port', 0),
      open: args.values['no-open'] !== true,
      say: (line) => console.error(line),
    });
    const end = () => void shell.close();
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    void shell.windowClosed.then(end);
    return { json: { url: shell.url, launchUrl: shell.launchUrl }, text: '' };
  },
};
