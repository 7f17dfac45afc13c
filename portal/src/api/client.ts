import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../../target/types/openapi';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** The gateway answered, and said no. Without a problem where something between us answered. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(problem?.detail ?? `The gateway answered ${status}`);
  }

  /** The last part of the problem's type, such as `invalid-request`. */
  get kind(): string {
    return this.problem?.type?.split(':').pop() ?? '';
  }
}

/** No answer came. */
export class Unreachable extends Error {}

/** Other sites' pages cannot read this cookie, so whoever repeats it is a page of ours. */
export function forgeryToken(): string {
  return /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}

const repeatsTheCookie: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') {
      request.headers.set('X-XSRF-TOKEN', forgeryToken());
    }
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '' });
api.use(repeatsTheCookie);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; anything else is thrown as `Refused` or `Unreachable`. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    throw new Unreachable('no answer', { cause });
  }
  if (answer.response.ok && answer.data !== undefined) {
    return answer.data;
  }
  throw new Refused(answer.response.status, isProblem(answer.error) ? answer.error : undefined);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && 'detail' in body;
}
