/** The parts of papaparse that tests use; the package has no types. */
declare module 'papaparse' {
  type Options = { delimiter: string }
  const Papa: {
    parse<Row>(text: string, options: Options): { data: Row[]; errors: { code: string }[] }
  }
  export default Papa
}
