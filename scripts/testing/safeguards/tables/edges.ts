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
const serverSentNews = 'lib/page-events/server-sent-events.test.ts'
const confirmInstallation = 'lib/process/confirm-installation.integration.test.ts'

const entranceSafeguards: Safeguard[] = [
  {
    rule: 'An address of the API refuses what another site makes a browser send.',
    file: 'lib/http/authenticate.ts',
    text: 'refuseCrossSite(request)',
    becomes: '',
    test: { file: everyAddress, name: 'refuses what another site sends with a cookie' },
  },
  {
    rule: 'An action refuses what another site makes a browser send.',
    file: 'lib/http/run-action.ts',
    text: "refuseCrossSite({ method: 'POST', headers: await headers() })",
    becomes: '',
    test: { file: everyAction, name: 'refuses what another site sends' },
  },
  {
    rule: 'An action refuses who is not signed in.',
    file: 'lib/http/run-action.ts',
    text: 'const actor = await currentActor()',
    becomes: "const actor = (await currentActor()) ?? { id: 'nobody' }",
    test: { file: actTest, name: 'whose sign-in has ended is not' },
  },
  {
    rule: 'Only people who are signed in get a person’s own data.',
    file: 'lib/identity/api.ts',
    text: "summary: 'Who is signed in',",
    becomes: "access: 'public', summary: 'Who is signed in',",
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
    test: { file: enterTest, name: 'requests are counted for each person in each session' },
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
    test: { file: everyPage, name: 'do not enter its room' },
  },
  {
    rule: 'Signing in leads to a page of this site.',
    file: 'app/sign-in/page.tsx',
    text: 'ownPath((await searchParams).next)',
    becomes: 'String((await searchParams).next)',
    test: { file: everyPage, name: 'is led on to a page of this site only' },
  },
  {
    rule: 'next-auth leads to pages of this site.',
    file: 'lib/http/web-sign-in.ts',
    text: 'redirect: ({ url, baseUrl }) =>',
    becomes: 'redirect: ({ url, baseUrl }) => /^https:/.test(url) ? url :',
    test: { file: webSignIn, name: 'next-auth leads to pages of this site' },
  },
  {
    rule: 'No script reads the session cookie.',
    file: 'lib/http/web-sign-in.ts',
    text: "options: { httpOnly: true, sameSite: 'lax',",
    becomes: "options: { httpOnly: false, sameSite: 'lax',",
    test: { file: webSignIn, name: 'cookies are out of reach' },
  },
  {
    rule: 'Signing out on the web ends the sign-in.',
    file: 'lib/http/web-sign-in.ts',
    text: 'if (credential) await endCredential',
    becomes: 'if (false) await endCredential',
    test: { file: webSignIn, name: 'and the new one by signing out' },
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
    test: { file: 'proxy.test.ts', name: 'each answer has a nonce of its own' },
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
    test: { file: confirmInstallation, name: 'of two instances that start at once, exactly one is recorded' },
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
    test: { file: storedCounters, name: 'of attempts made at once' },
  },
]

const newsSafeguards: Safeguard[] = [
  {
    rule: 'Only somebody whose sign-in holds gets a stream of news.',
    file: 'app/api/v1/events/route.ts',
    text: 'await requireActor(systemContext(), readCredential(request.headers, request.cookies))',
    becomes: '{ id: crypto.randomUUID(), signInId: crypto.randomUUID() }',
    test: { file: 'app/api/v1/events/route.integration.test.ts', name: 'only somebody whose sign-in holds' },
  },
  {
    rule: 'A page whose sign-in ran out is told nothing.',
    file: 'lib/page-events/find-audience.ts',
    text: 'signed."expiresAt" >',
    becomes: "'infinity'::timestamptz >",
    test: { file: streamsTest, name: 'where its sign-in ran out' },
  },
  {
    rule: 'Students do not hear who comes and goes.',
    file: 'lib/page-events/find-audience.ts',
    text: ` AND known."audience" = 'everybody'`,
    becomes: '',
    test: { file: streamsTest, name: 'only leaders of who comes and goes' },
  },
  {
    rule: 'A former assistant hears nothing of the session.',
    file: 'lib/page-events/find-audience.ts',
    text: ' AND cardinality(attendee."assistantPermissions") > 0',
    becomes: '',
    test: { file: streamsTest, name: 'colleagues who assist hear of a session' },
  },
  {
    rule: 'After notices were lost, pages of ended sign-ins are closed.',
    file: 'lib/page-events/streams.ts',
    text: 'await findEnded(context(), signInIds()).then(close, () => {})',
    becomes: '',
    test: { file: endedSignIns, name: 'after notices were lost' },
  },
  {
    rule: 'A sign-in that ends closes its pages on every instance.',
    file: 'lib/page-events/streams.ts',
    text: 'return close(new Set(told.signInIds))',
    becomes: 'return',
    test: { file: endedSignIns, name: 'is disabled' },
  },
  {
    rule: 'A burst of news is told to each page once.',
    file: 'lib/page-events/streams.ts',
    text: '[...new Set(sessions)].map(',
    becomes: 'sessions.map(',
    test: { file: streamsTest, name: 'told to each page once' },
  },
  {
    rule: 'A page that went away is forgotten.',
    file: 'lib/page-events/server-sent-events.ts',
    text: 'unregister()',
    becomes: '',
    test: { file: serverSentNews, name: 'a page is forgotten' },
  },
]

/** The API, pages, actions, the server, its limits and its streams of news. */
export const edgesSafeguards: Safeguard[] = [
  ...entranceSafeguards,
  ...pageSafeguards,
  ...serverSafeguards,
  ...newsSafeguards,
]
