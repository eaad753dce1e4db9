/**
 * Base of our error classes. `instanceof` compares the brand, because Next bundles instrumentation, routes and
 * pages separately: each bundle has its own copy of a class, and an error thrown in one bundle is caught in
 * another. A subclass of such a class needs its own base to be distinguishable from it.
 */
export function brandedError(name: string) {
  const brand = Symbol.for(`caravan.${name}`)
  class BrandedError extends Error {
    override name = name

    static override [Symbol.hasInstance](value: unknown): boolean {
      return typeof value === 'object' && value !== null && brand in value
    }
  }
  Object.defineProperty(BrandedError.prototype, brand, { value: true })
  return BrandedError
}
