import { serve } from '../../serve/serve.ts';
import { serveInTerminal } from '../../serve/serve-in-terminal.ts';
import { type Command, numberOption } from '../command.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '[P.attune] [--port N] [--no-open]',
  about: 'the window in a browser, on this machine only',
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  takes: [0, 1],
  async run(args) {
    const [project] = args.positionals;
    const options = {
      ...(project === undefined ? {} : { project }),
      port: numberOption(args, 'port', 0),
      open: args.values['no-open'] !== true,
    };
    if (args.values.json !== true) {
      await serveInTerminal(options);
      return { json: null, text: '' };
    }
    const { url, launchUrl, windowClosed, close } = await serve({
      ...options,
      say: (line) => console.error(line),
    });
    const end = () => void close();
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    void windowClosed.then(end);
    return { json: { url, launchUrl }, text: '' };
  },
};
