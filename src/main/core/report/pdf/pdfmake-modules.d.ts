/** pdfmake publishes no types for its inner modules; `pdfmake-classes.ts` says what they hold. */
declare module 'pdfmake/js/*' {
  const contents: unknown
  export default contents
}
