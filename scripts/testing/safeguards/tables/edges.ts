import type { Safeguard } from './safeguard.ts'

const everyAddress = 'app/every-address.test.ts'
const everyAction = 'app/every-action.test.ts'
const everyPage = 'app/every-page.test.ts'
const enterTest = 'lib/http/authenticate.test.ts'
const actTest = 'lib/http/run-action.test.ts'
const webSignIn = 'lib/http/web-sign-in.integration.test.ts'
const storedCounters = 'lib/limits/stored-counters.integration.test.ts'
const streamsTest = 'lib/page-events/streams.integration.test.ts'
const endedSignIns = 'lib/page-events/ended-sign-ins.integration.test.ts'
const serverSentEvents = 'lib/page-events/server-sent-events.test.ts'
const confirmInstallation = 'lib/process/confirm-installation.integration.test.ts'

const entranceSafeguards: Safeguard[] = [
  {
    rule: 'An API endpoint refuses cross-site requests of a browser.',
    file: 'lib/http/authenticate.ts',
    text: 'refuseCrossSite(request)',
    becomes: '',
    test: { file: everyAddress, name: 'refuses a cross-site request with a cookie' },
  },
  {
    rule: 'A server action refuses cross-site requests of a browser.',
    file: 'lib/http/run-action.ts',
    text: "refuseCrossSite({ method: 'POST', headers: await headers() })",
    becomes: '',
    test: { file: everyAction, name: 'refuses a cross-site request' },
  },
  {
    rule: 'A server action requires a sign-in.',
    file: 'lib/http/run-action.ts',
    text: 'const actor = await currentActor()',
    becomes: "const actor = (await currentActor()) ?? { id: 'nobody' }",
    test: { file: actTest, name: 'whose sign-in has ended is refused' },
  },
  {
    rule: 'A user’s own data requires a sign-in.',
    file: 'lib/identity/api.ts',
    text: "summary: 'The signed-in user',",
    becomes: "access: 'public', summary: 'The signed-in user',",
    test: { file: everyAddress, name: 'every address but the public ones' },
  },
  {
    rule: 'If the use case authenticates, an unauthenticated client does not learn the request’s format.',
    file: 'lib/http/authenticate.ts',
    text: 'read().catch(async (error: unknown) => {',
    becomes: 'read().catch(async (error: unknown) => {\n    throw error',
    test: { file: enterTest, name: 'only who is signed in learns' },
  },
  {
    rule: 'A request counts against the limit of its endpoint.',
    file: 'lib/http/authenticate.ts',
    text: 'limitRequest(endpoint, context.actor, input)',
    becomes: '',
    test: { file: enterTest, name: 'requests are counted per user and session' },
  },
  {
    rule: 'A cookie together with an authorization header is refused.',
    file: 'lib/http/read-credential.ts',
    text: 'if (cookie !== undefined && authorization !== null)',
    becomes: 'if (false)',
    test: { file: 'lib/http/read-credential.test.ts', name: 'together are refused' },
  },
]

const pageSafeguards: Safeguard[] = [
  {
    rule: 'A page for one role is closed to other roles.',
    file: 'lib/http/current-context.ts',
    text: 'if (role && actor.role !== role)',
    becomes: 'if (false)',
    test: { file: everyPage, name: 'every page of the role' },
  },
  {
    rule: 'Only admins can open the list of people.',
    file: 'app/(signed-in)/admin/people/page.tsx',
    text: "currentContext('ADMIN')",
    becomes: 'currentContext()',
    test: { file: everyPage, name: 'every page of the role' },
  },
  {
    rule: 'Admins cannot enter rooms.',
    file: 'app/(room)/sessions/[sessionId]/room/page.tsx',
    text: "if (actor.role === 'ADMIN')",
    becomes: 'if (false)',
    test: { file: everyPage, name: 'cannot enter its room' },
  },
  {
    rule: 'Sign-in redirects only to pages of this site.',
    file: 'app/sign-in/page.tsx',
    text: 'sameOriginPath((await searchParams).next)',
    becomes: 'String((await searchParams).next)',
    test: { file: everyPage, name: 'redirects a signed-in user only to pages of this site' },
  },
  {
    rule: 'next-auth redirects only to pages of this site.',
    file: 'lib/http/web-sign-in.ts',
    text: 'redirect: ({ url, baseUrl }) =>',
    becomes: 'redirect: ({ url, baseUrl }) => /^https:/.test(url) ? url :',
    test: { file: webSignIn, name: 'next-auth redirects only to pages of this site' },
  },
  {
    rule: 'Scripts cannot read the session cookie.',
    file: 'lib/http/web-sign-in.ts',
    text: "options: { httpOnly: true, sameSite: 'lax',",
    becomes: "options: { httpOnly: false, sameSite: 'lax',",
    test: { file: webSignIn, name: 'scripts, other sites and http cannot access the cookies' },
  },
  {
    rule: 'Signing out on the web ends the sign-in.',
    file: 'lib/http/web-sign-in.ts',
    text: 'if (credential) await endCredential',
    becomes: 'if (false) await endCredential',
    test: { file: webSignIn, name: 'and signing out ends the new one' },
  },
  {
    rule: 'A sign-in that is not remembered ends when the browser closes.',
    file: 'lib/http/session-cookie.ts',
    text: 'isKept ? cookie.replace(',
    becomes: 'false ? cookie.replace(',
    test: { file: 'lib/http/session-cookie.test.ts', name: 'lasts until the browser closes' },
  },
  {
    rule: 'Each page has its own nonce.',
    file: 'proxy.ts',
    text: 'crypto.randomUUID()',
    becomes: "'f3b7c1de-0c2f-4a53-9a3e-6b1d52f0a7c4'",
    test: { file: 'proxy.test.ts', name: 'each response has its own nonce' },
  },
]

const serverSafeguards: Safeguard[] = [
  {
    rule: 'A client cannot choose the address that it is counted under.',
    file: 'server.ts',
    text: "headers['x-forwarded-for'] = clientAddress(",
    becomes: "headers['x-forwarded-for'] ??= clientAddress(",
    test: { file: 'e2e/limits.spec.ts', name: 'failures count for the address that the server sees' },
  },
  {
    rule: 'Without a proxy, a client cannot choose the host that is checked.',
    file: 'server.ts',
    text: 'if (trustedProxies === 0)',
    becomes: 'if (trustedProxies < 0)',
    test: { file: 'e2e/foreign-requests.spec.ts', name: 'a foreign host gets only the health checks' },
  },
  {
    rule: 'Requests for a foreign host are refused.',
    file: 'server.ts',
    text: 'else if (isForOurHost(request))',
    becomes: 'else if (true)',
    test: { file: 'e2e/foreign-requests.spec.ts', name: 'a foreign host gets only the health checks' },
  },
  {
    rule: 'The client address is the entry written by our own proxies.',
    file: 'lib/http/client-address.ts',
    text: '.at(-trustedProxies)',
    becomes: '.at(0)',
    test: { file: 'lib/http/client-address.test.ts', name: 'forwarded for' },
  },
  {
    rule: 'Nothing is served before the database has confirmed the instance’s secret.',
    file: 'lib/process/application.ts',
    text: 'if (!confirmed)',
    becomes: 'if (false)',
    test: {
      file: 'lib/process/application.test.ts',
      name: 'nothing is served before the database has confirmed',
    },
  },
  {
    rule: 'If two instances with different secrets start at once, one is refused.',
    file: 'lib/process/confirm-installation.ts',
    text: 'return count === 0 ? compareAgain() : undefined',
    becomes: 'return undefined',
    test: {
      file: confirmInstallation,
      name: 'of two instances that start together is recorded for exactly one',
    },
  },
  {
    rule: 'An instance that cannot serve reports it by its status code.',
    file: 'app/api/health/ready/route.ts',
    text: 'status: ready ? 200 : 503',
    becomes: 'status: 200',
    test: { file: 'app/api/health/ready/route.integration.test.ts', name: 'an instance that cannot serve' },
  },
  {
    rule: 'No attempt is allowed during a pause, even among many simultaneous ones.',
    file: 'lib/limits/stored-counters.ts',
    text: 'WHERE counter."blockedUntil" IS NULL OR',
    becomes: 'WHERE true OR',
    test: { file: storedCounters, name: 'of concurrent attempts' },
  },
]

const newsSafeguards: Safeguard[] = [
  {
    rule: 'A stream of page events requires a valid sign-in.',
    file: 'lib/http/stream-events.ts',
    text: 'const { context } = await authenticate(endpoint, request, {})\n      const { actor } = context as Context',
    becomes: 'const actor = { id: crypto.randomUUID(), signInId: crypto.randomUUID() } as Context["actor"]',
    test: { file: 'app/api/v1/events/route.integration.test.ts', name: 'only a user with a valid sign-in' },
  },
  {
    rule: 'A page with an expired sign-in receives no events.',
    file: 'lib/page-events/find-audience.ts',
    text: 'signed."expiresAt" >',
    becomes: "'infinity'::timestamptz >",
    test: { file: streamsTest, name: 'without events when its sign-in has expired' },
  },
  {
    rule: 'Students receive no events about other people joining and leaving.',
    file: 'lib/page-events/find-audience.ts',
    text: ` AND known."audience" = 'everybody'`,
    becomes: '',
    test: { file: streamsTest, name: 'only moderators for joins and leaves' },
  },
  {
    rule: 'A former assistant receives no events of the session.',
    file: 'lib/page-events/find-audience.ts',
    text: ' AND cardinality(member."assistantPermissions") > 0',
    becomes: '',
    test: { file: streamsTest, name: 'events of a session reach current assistants' },
  },
  {
    rule: 'After lost database notifications, pages of ended sign-ins are closed.',
    file: 'lib/page-events/streams.ts',
    text: 'await findEnded(context(), signInIds()).then(close, () => {})',
    becomes: '',
    test: { file: endedSignIns, name: 'after lost notifications' },
  },
  {
    rule: 'A sign-in that ends closes its pages on every instance.',
    file: 'lib/page-events/streams.ts',
    text: 'return close(new Set(received.signInIds))',
    becomes: 'return',
    test: { file: endedSignIns, name: 'is disabled' },
  },
  {
    rule: 'A burst of events reaches each page once.',
    file: 'lib/page-events/streams.ts',
    text: '[...new Set(sessions)].map(',
    becomes: 'sessions.map(',
    test: { file: streamsTest, name: 'reaches each page of the audience once' },
  },
  {
    rule: 'A closed page is unregistered.',
    file: 'lib/page-events/server-sent-events.ts',
    text: 'unregister()',
    becomes: '',
    test: { file: serverSentEvents, name: 'a page is unregistered' },
  },
]

/** The API, pages, actions, the server, its limits and its event streams. */
export const edgesSafeguards: Safeguard[] = [
  ...entranceSafeguards,
  ...pageSafeguards,
  ...serverSafeguards,
  ...newsSafeguards,
]
