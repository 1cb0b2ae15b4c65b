import { callRoute, cancelRoute } from './call-route.ts';
import { downloadRoute, releaseRoute, uploadRoute } from './file-routes.ts';
import { atMost, contentType, FETCH, type Guard, LAUNCH, PAGE, POST, PUBLIC } from './guards.ts';
import { UPLOAD_LIMIT } from './incoming-files.ts';
import { goRoute, launchRoute, sessionRoute } from './launch-route.ts';
import { BODY_LIMIT } from './read-body.ts';
import { begin, sendText } from './respond.ts';
import type { Exchange } from './shell.ts';

export interface Route {
  guards: readonly Guard[];
  handle(exchange: Exchange): void | Promise<void>;
}

const JSON_POST = [...POST, contentType('application/json'), atMost(BODY_LIMIT)];
const RAW_POST = [...POST, contentType('application/octet-stream'), atMost(UPLOAD_LIMIT)];

/** Everything there is, by method and exact path. What is not here is a file of the window or nothing. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /launch', { guards: LAUNCH, handle: launchRoute }],
  ['GET /go.js', { guards: PUBLIC, handle: goRoute }],
  ['GET /session.json', { guards: FETCH, handle: sessionRoute }],
  ['POST /api', { guards: JSON_POST, handle: callRoute }],
  ['POST /cancel', { guards: JSON_POST, handle: cancelRoute }],
  ['POST /upload', { guards: RAW_POST, handle: uploadRoute }],
  ['POST /release', { guards: JSON_POST, handle: releaseRoute }],
  ['POST /download', { guards: JSON_POST, handle: downloadRoute }],
]);

const METHODS = ['GET', 'POST'];

/** The route of a request; null where its method is never answered. */
export function routeOf(method: string, path: string): Route | null {
  if (!METHODS.includes(method)) return null;
  const route = ROUTES.get(`${method} ${path}`);
  if (route !== undefined) return route;
  if (METHODS.some((other) => ROUTES.has(`${other} ${path}`))) return null;
  return method === 'GET'
    ? { guards: PAGE, handle: windowFile }
    : { guards: POST, handle: nothing };
}

function windowFile({ asked, response, shell }: Exchange): void {
  const file = shell.window.get(asked.path);
  if (file === undefined) {
    nothing({ response });
    return;
  }
  begin(response, 200, file.type);
  response.end(file.bytes);
}

function nothing({ response }: Pick<Exchange, 'response'>): void {
  sendText(response, 404, 'There is nothing here.');
}
