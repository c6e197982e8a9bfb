import { colours } from '../../../../shared/drawing/tokens.ts'

/** The look of a report in a browser and on paper. Text is set in whatever Arial the reader has; nothing is fetched. */
export const htmlStyles = `
:root { color-scheme: light; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; color: ${colours.ink}; background: ${colours.paper}; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; color: ${colours['ink-2']}; border-bottom: 1px solid ${colours.line}; }
footer { margin-top: 3rem; padding-top: 1rem; color: ${colours['ink-2']}; border-top: 1px solid ${colours.line}; }
.skip { position: absolute; left: -9999px; }
.skip:focus { position: static; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.5rem; }
h2 { padding-top: 1.5rem; border-top: 2px solid ${colours.ink}; }
p { margin: 0 0 0.75rem; max-width: 80ch; }
a { color: ${colours.link}; }
a:focus { outline: 3px solid ${colours.ink}; box-shadow: 0 0 0 6px ${colours.focus}; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
caption { text-align: left; font-weight: 700; padding: 0.5rem 0 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem; border-bottom: 1px solid ${colours['line-2']}; overflow-wrap: anywhere; }
thead th { background: ${colours.rail}; border-bottom-color: ${colours.ink}; }
.lines-all th, .lines-all td { border: 1px solid ${colours['line-2']}; }
.lines-none th, .lines-none td { border: 0; }
figure { margin: 1rem 0; }
figure img { width: 100%; height: auto; }
.panel { padding: 0.75rem 1rem; margin: 1.25rem 0; }
blockquote { margin: 0 0 0.75rem 1rem; font-style: italic; }
.columns { display: flex; flex-wrap: wrap; gap: 1rem; }
.columns > * { flex: 1 1 16rem; }
@media print {
  :root { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  .page-break { break-after: page; }
  tr, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  h2, h3, h4 { break-after: avoid; }
}
`
