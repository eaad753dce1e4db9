/**
 * The base of an error class of ours. `instanceof` compares the brand, because Next bundles instrumentation, routes
 * and pages apart: a class exists once per bundle, and an error thrown in one bundle is caught in another one.
 * A subclass of such a class needs a base of its own to be told apart from it.
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
