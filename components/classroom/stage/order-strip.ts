export type StripParams = {
  /** The order shown until now. */
  previous: string[]
  /** Everybody inside by time of joining. */
  people: string[]
  me: string
  /** Whose camera is seen large, and so not in the strip. */
  large: string | null
  activeSpeaker: string | null
  /** Whose hand is up, in line. */
  hands: string[]
  /** Who spoke, the latest first. */
  recent: string[]
  perPage: number
}

/**
 * The strip's order: oneself, who speaks, hands, who spoke lately, then the others. Once shown, tiles stay where they are:
 * newcomers take free places, and only a speaker who is off the first page changes places with its quietest tile.
 */
export function orderStrip(params: StripParams): string[] {
  const { previous, people, me, large, activeSpeaker, hands, recent } = params
  const shown = people.filter((identity) => identity !== large)
  const byRank = [me, activeSpeaker, ...hands, ...recent, ...shown].filter((identity) => identity !== null)
  const newcomers = unique(byRank).filter(
    (identity) => shown.includes(identity) && !previous.includes(identity),
  )
  const order = previous.flatMap((identity) => {
    if (shown.includes(identity)) return [identity]
    const next = newcomers.shift()
    return next ? [next] : []
  })
  return withSpeaker(withMeFirst([...order, ...newcomers], me), params)
}

function withMeFirst(order: string[], me: string): string[] {
  return order.includes(me) ? [me, ...order.filter((identity) => identity !== me)] : order
}

function withSpeaker(order: string[], { activeSpeaker, recent, me, perPage }: StripParams): string[] {
  const at = activeSpeaker ? order.indexOf(activeSpeaker) : -1
  if (!activeSpeaker || at < perPage) return order
  const page = order.slice(0, perPage).filter((identity) => identity !== me)
  const quietest = page.toSorted((one, other) => rank(recent, other) - rank(recent, one)).at(0)
  if (!quietest) return order
  return order.map((identity) =>
    identity === activeSpeaker ? quietest : identity === quietest ? activeSpeaker : identity,
  )
}

/** How long ago somebody spoke, as a place in the list; longest for who never did. */
function rank(recent: string[], identity: string): number {
  const at = recent.indexOf(identity)
  return at === -1 ? recent.length : at
}

function unique(identities: string[]): string[] {
  return [...new Set(identities)]
}
