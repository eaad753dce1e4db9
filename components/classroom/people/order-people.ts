export type Listed = { identity: string; name: string }

/** Order: the trainer, the viewer, then the others by name. */
export function orderPeople<Person extends Listed>(people: Person[], trainer: string, me: string): Person[] {
  const rank = ({ identity }: Person) => (identity === trainer ? 0 : identity === me ? 1 : 2)
  return people.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
}

/** The session's seats from the trainer's view: missing people and removed people. */
export function splitSeats<Seat extends { id: string; removed: boolean }>(
  seats: Seat[] | null,
  inside: string[],
) {
  const rest = (seats ?? []).filter((seat) => !inside.includes(seat.id))
  return {
    missing: rest.filter((seat) => !seat.removed),
    removed: rest.filter((seat) => seat.removed),
  }
}
