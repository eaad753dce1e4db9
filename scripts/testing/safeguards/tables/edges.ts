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
    rule: 'An address of the API refuses what another site makes a browser send.',
    file: 'lib/http/authenticate.ts',
    text: 'refuseCrossSite(request)',
    becomes: '',
    test: { file: everyAddress, name: 'refuses a cross-site request with a cookie' },
  },
  {
    rule: 'An action refuses what another site makes a browser send.',
    file: 'lib/http/run-action.ts',
    text: "refuseCrossSite({ method: 'POST', headers: await headers() })",
    becomes: '',
    test: { file: everyAction, name: 'refuses a cross-site request' },
  },
  {
    rule: 'An action refuses who is not signed in.',
    file: 'lib/http/run-action.ts',
    text: 'const actor = await currentActor()',
    becomes: "const actor = (await currentActor()) ?? { id: 'nobody' }",
    test: { file: actTest, name: 'whose sign-in has ended is refused' },
  },
  {
    rule: 'Only people who are signed in get a person’s own data.',
    file: 'lib/identity/api.ts',
    text: "summary: 'The signed-in user',",
    becomes: "access: 'public', summary: 'The signed-in user',",
    test: { file: everyAddress, name: 'every address but the public ones' },
  },
  {
    rule: 'Where the use case asks who it is, a stranger does not learn what a request should look like.',
    file: 'lib/http/authenticate.ts',
    text: 'read().catch(async (error: unknown) => {',
    becomes: 'read().catch(async (error: unknown) => {\n    throw error',
    test: { file: enterTest, name: 'only who is signed in learns' },
  },
  {
    rule: 'A request counts against the limit of its address.',
    file: 'lib/http/authenticate.ts',
    text: 'limitRequest(endpoint, context.actor, input)',
    becomes: '',
    test: { file: enterTest, name: 'requests are counted per user and session' },
  },
  {
    rule: 'A cookie and a header together are refused.',
    file: 'lib/http/read-credential.ts',
    text: 'if (cookie !== undefined && authorization !== null)',
    becomes: 'if (false)',
    test: { file: 'lib/http/read-credential.test.ts', name: 'together are refused' },
  },
]

const pageSafeguards: Safeguard[] = [
  {
    rule: 'A page for one role is for no other.',
    file: 'lib/http/current-context.ts',
    text: 'if (role && actor.role !== role)',
    becomes: 'if (false)',
    test: { file: everyPage, name: 'every page of the role' },
  },
  {
    rule: 'The list of people is a page of admins.',
    file: 'app/(signed-in)/admin/people/page.tsx',
    text: "currentContext('ADMIN')",
    becomes: 'currentContext()',
    test: { file: everyPage, name: 'every page of the role' },
  },
  {
    rule: 'Admins do not enter rooms.',
    file: 'app/(room)/sessions/[sessionId]/room/page.tsx',
    text: "if (actor.role === 'ADMIN')",
    becomes: 'if (false)',
    test: { file: everyPage, name: 'cannot enter its room' },
  },
  {
    rule: 'Signing in leads to a page of this site.',
    file: 'app/sign-in/page.tsx',
    text: 'sameOriginPath((await searchParams).next)',
    becomes: 'String((await searchParams).next)',
    test: { file: everyPage, name: 'redirects a signed-in user only to pages of this site' },
  },
  {
    rule: 'next-auth leads to pages of this site.',
    file: 'lib/http/web-sign-in.ts',
    text: 'redirect: ({ url, baseUrl }) =>',
    becomes: 'redirect: ({ url, baseUrl }) => /^https:/.test(url) ? url :',
    test: { file: webSignIn, name: 'next-auth redirects only to pages of this site' },
  },
  {
    rule: 'No script reads the session cookie.',
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
    rule: 'A sign-in that was not to be kept ends when the browser closes.',
    file: 'lib/http/session-cookie.ts',
    text: 'isKept ? cookie.replace(',
    becomes: 'false ? cookie.replace(',
    test: { file: 'lib/http/session-cookie.test.ts', name: 'lasts until the browser closes' },
  },
  {
    rule: 'Each page has a nonce of its own.',
    file: 'proxy.ts',
    text: 'crypto.randomUUID()',
    becomes: "'f3b7c1de-0c2f-4a53-9a3e-6b1d52f0a7c4'",
    test: { file: 'proxy.test.ts', name: 'each response has its own nonce' },
  },
]

const serverSafeguards: Safeguard[] = [
  {
    rule: 'A client does not choose the address for which it is counted.',
    file: 'server.ts',
    text: "headers['x-forwarded-for'] = clientAddress(",
    becomes: "headers['x-forwarded-for'] ??= clientAddress(",
    test: { file: 'e2e/limits.spec.ts', name: 'failures count for the address that the server sees' },
  },
  {
    rule: 'Without a proxy in front, a client does not choose the host that counts.',
    file: 'server.ts',
    text: 'if (trustedProxies === 0)',
    becomes: 'if (trustedProxies < 0)',
    test: { file: 'e2e/foreign-requests.spec.ts', name: 'under a foreign host nothing is served' },
  },
  {
    rule: 'Nothing is served under a foreign host.',
    file: 'server.ts',
    text: 'else if (isForOurHost(request))',
    becomes: 'else if (true)',
    test: { file: 'e2e/foreign-requests.spec.ts', name: 'under a foreign host nothing is served' },
  },
  {
    rule: 'The client’s address is the entry that our own proxies wrote.',
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
    rule: 'Of two instances with different secrets that start at once, one is refused.',
    file: 'lib/process/confirm-installation.ts',
    text: 'return count === 0 ? compareAgain() : undefined',
    becomes: 'return undefined',
    test: {
      file: confirmInstallation,
      name: 'of two instances that start together is recorded for exactly one',
    },
  },
  {
    rule: 'An instance that cannot serve says so by its status.',
    file: 'app/api/health/ready/route.ts',
    text: 'status: ready ? 200 : 503',
    becomes: 'status: 200',
    test: { file: 'app/api/health/ready/route.integration.test.ts', name: 'an instance that cannot serve' },
  },
  {
    rule: 'No attempt is granted during a pause, also not among many at once.',
    file: 'lib/limits/stored-counters.ts',
    text: 'WHERE counter."blockedUntil" IS NULL OR',
    becomes: 'WHERE true OR',
    test: { file: storedCounters, name: 'of concurrent attempts' },
  },
]

const newsSafeguards: Safeguard[] = [
  {
    rule: 'Only a person whose sign-in is valid gets a stream of page events.',
    file: 'lib/http/stream-events.ts',
    text: 'const { context } = await authenticate(endpoint, request, {})\n      const { actor } = context as Context',
    becomes: 'const actor = { id: crypto.randomUUID(), signInId: crypto.randomUUID() } as Context["actor"]',
    test: { file: 'app/api/v1/events/route.integration.test.ts', name: 'only a user with a valid sign-in' },
  },
  {
    rule: 'A page whose sign-in ran out is told nothing.',
    file: 'lib/page-events/find-audience.ts',
    text: 'signed."expiresAt" >',
    becomes: "'infinity'::timestamptz >",
    test: { file: streamsTest, name: 'without events when its sign-in has expired' },
  },
  {
    rule: 'Students do not hear who comes and goes.',
    file: 'lib/page-events/find-audience.ts',
    text: ` AND known."audience" = 'everybody'`,
    becomes: '',
    test: { file: streamsTest, name: 'only moderators for joins and leaves' },
  },
  {
    rule: 'A former assistant hears nothing of the session.',
    file: 'lib/page-events/find-audience.ts',
    text: ' AND cardinality(member."assistantPermissions") > 0',
    becomes: '',
    test: { file: streamsTest, name: 'events of a session reach current assistants' },
  },
  {
    rule: 'After notices were lost, pages of ended sign-ins are closed.',
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
    rule: 'A burst of news is told to each page once.',
    file: 'lib/page-events/streams.ts',
    text: '[...new Set(sessions)].map(',
    becomes: 'sessions.map(',
    test: { file: streamsTest, name: 'reaches each page of the audience once' },
  },
  {
    rule: 'A page that went away is forgotten.',
    file: 'lib/page-events/server-sent-events.ts',
    text: 'unregister()',
    becomes: '',
    test: { file: serverSentEvents, name: 'a page is unregistered' },
  },
]

/** The API, pages, actions, the server, its limits and its streams of news. */
export const edgesSafeguards: Safeguard[] = [
  ...entranceSafeguards,
  ...pageSafeguards,
  ...serverSafeguards,
  ...newsSafeguards,
]
