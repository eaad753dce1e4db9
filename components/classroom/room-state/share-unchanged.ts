/** The next value, in which all parts that equal the previous one are the same objects. Both come from JSON. */
export function shareUnchanged<Value>(previous: unknown, next: Value): Value {
  if (Object.is(previous, next) || !isContainer(previous) || !isContainer(next)) return next
  if (Array.isArray(previous) !== Array.isArray(next)) return next
  const shared = Array.isArray(next)
    ? next.map((item, index) => shareUnchanged(Reflect.get(previous, index), item))
    : Object.fromEntries(
        Object.entries(next).map(([name, value]) => [
          name,
          shareUnchanged(Reflect.get(previous, name), value),
        ]),
      )
  return hasSameParts(previous, shared) ? (previous as Value) : (shared as Value)
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function hasSameParts(one: object, other: object): boolean {
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.is(Reflect.get(one, name), Reflect.get(other, name)))
  )
}
