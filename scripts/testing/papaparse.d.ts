/** What the tests use of papaparse, which has no types of its own. */
declare module 'papaparse' {
  type Options = { delimiter: string }
  const Papa: {
    parse<Row>(text: string, options: Options): { data: Row[]; errors: { code: string }[] }
  }
  export default Papa
}
