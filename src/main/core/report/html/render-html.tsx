import { Fragment, type CSSProperties, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { SAFE_ADDRESS } from '../pdf/compose-text.ts'
import { isBlocks, isSpanning } from '../pdf/compose-table.ts'
import type {
  Block,
  Cell,
  ListBlock,
  Look,
  LookOrName,
  PdfDocument,
  TableBlock,
  Text,
  TextRun,
} from '../pdf/document.ts'
import { collectIds, listHeadings, type ListedHeading } from '../pdf/headings.ts'
import { DEFAULT_LOOKS } from '../pdf/looks.ts'
import { cleanText } from '../pdf/text-cleaning.ts'
import { htmlStyles } from './html-styles.ts'

/**
 * Renders a document as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. It is the twin of the PDF: the
 * same words in the same order, for a screen, a screen reader or a printer. The same document gives the same text.
 */
export function renderHtml(document: PdfDocument): string {
  const headings = listHeadings(document.content)
  collectIds(document.content, headings)
  const looks = { ...DEFAULT_LOOKS, ...document.looks }
  const page = (
    <html lang={document.language ?? 'en-GB'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          httpEquiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>{cleanText(document.title)}</title>
        {document.author !== undefined && <meta name="author" content={cleanText(document.author)} />}
        {document.subject !== undefined && <meta name="description" content={cleanText(document.subject)} />}
        <style>{htmlStyles}</style>
      </head>
      <body>
        <a className="skip" href="#report">
          Skip to the report
        </a>
        {document.header && (
          <header>
            <span>{document.header.left}</span>
            <span>{typeof document.header.right === 'string' ? document.header.right : ''}</span>
          </header>
        )}
        <main id="report">
          <Blocks blocks={document.content} ground={{ headings, looks }} />
        </main>
        {document.footer?.left !== undefined && <footer>{document.footer.left}</footer>}
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`
}

/** A drawing up to this width, in points, keeps it; a wider one takes the whole width of the page. */
const narrowDrawing = 200

/** What the parts of one document share. */
type Ground = {
  headings: ReadonlyMap<object, ListedHeading>
  looks: Readonly<Record<string, Look>>
}

function Blocks({ blocks, ground }: { blocks: readonly Block[]; ground: Ground }) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} ground={ground} />)
}

function OneBlock({ block, ground }: { block: Block; ground: Ground }) {
  switch (block.kind) {
    case 'heading': {
      const listed = ground.headings.get(block)
      if (!listed) return null
      // The title on the cover is the page's first heading, so every other one is a level below what the PDF says.
      const Heading = `h${Math.min(6, listed.level + 1)}` as 'h2'
      return (
        <Heading id={listed.id} style={styleOf(block.look, ground)}>
          <Words text={block.text} />
        </Heading>
      )
    }
    case 'paragraph': {
      const Paragraph = block.role === 'title' ? 'h1' : 'p'
      return (
        <Paragraph
          id={block.id}
          lang={block.lang}
          style={styleOf(block.look, ground)}
          aria-hidden={block.role === 'decoration' || undefined}
        >
          <Words text={block.text} />
        </Paragraph>
      )
    }
    case 'list':
      return <List block={block} ground={ground} />
    case 'table':
      return <Table block={block} ground={ground} />
    case 'figure':
      return (
        <figure>
          {/* As a picture a drawing can run nothing, whatever words it holds. */}
          <img
            src={`data:image/svg+xml,${encodeURIComponent(block.svg)}`}
            alt={block.alt}
            style={block.width === undefined || block.width > narrowDrawing ? {} : { width: `${block.width / 10}rem` }}
          />
          {block.caption !== undefined && (
            <figcaption>
              <Words text={block.caption} />
            </figcaption>
          )}
        </figure>
      )
    case 'contents':
      return (
        <nav id="contents" aria-label="Contents">
          <ul>
            {[...ground.headings.values()]
              .filter(({ block: { unlisted }, level }) => unlisted !== true && block.levels.includes(level))
              .map(({ id, words }) => (
                <li key={id}>
                  <a href={`#${id}`}>{words}</a>
                </li>
              ))}
          </ul>
        </nav>
      )
    case 'group': {
      const Group = block.role === 'section' ? 'section' : block.role === 'quotation' ? 'blockquote' : 'div'
      const style: CSSProperties = {
        ...(block.fill === undefined ? {} : { background: block.fill }),
        ...(block.edge === undefined ? {} : { borderLeft: `4px solid ${block.edge}` }),
      }
      return (
        <Group className={block.role} lang={block.lang} style={style}>
          <Blocks blocks={block.blocks} ground={ground} />
        </Group>
      )
    }
    case 'page-break':
      return <div className="page-break" />
  }
}

function List({ block, ground }: { block: ListBlock; ground: Ground }) {
  const Tag = block.ordered ? 'ol' : 'ul'
  return (
    <Tag style={styleOf(block.look, ground)}>
      {block.items.map((item, index) => (
        <li key={index}>
          <Content content={item} ground={ground} />
        </li>
      ))}
    </Tag>
  )
}

function Table({ block, ground }: { block: TableBlock; ground: Ground }) {
  return (
    <table className={`lines-${block.lines ?? 'rows'}`}>
      {block.caption !== undefined && (
        <caption>
          <Words text={block.caption} />
        </caption>
      )}
      <thead>
        {block.head.map((row, index) => (
          <Row key={index} row={row} block={block} ground={ground} isHead />
        ))}
      </thead>
      <tbody>
        {block.body.map((row, index) => (
          <Row key={index} row={row} block={block} ground={ground} isHead={false} />
        ))}
      </tbody>
    </table>
  )
}

function Row(props: { row: readonly Cell[]; block: TableBlock; ground: Ground; isHead: boolean }) {
  const { row, block, ground, isHead } = props
  return (
    <tr>
      {row.map((cell, column) => {
        const spanning = isSpanning(cell) ? cell : { content: cell }
        const isHeader = isHead || spanning.header === true || column < (block.headerColumns ?? 0)
        const Tag = isHeader ? 'th' : 'td'
        const style: CSSProperties = {
          ...styleOf(spanning.look, ground),
          ...(block.columns[column]?.align === undefined ? {} : { textAlign: block.columns[column].align }),
          ...(spanning.fill === undefined ? {} : { background: spanning.fill }),
        }
        return (
          <Tag
            key={column}
            scope={isHeader ? (isHead ? 'col' : 'row') : undefined}
            colSpan={spanning.colSpan}
            rowSpan={spanning.rowSpan}
            style={style}
          >
            <Content content={spanning.content} ground={ground} />
          </Tag>
        )
      })}
    </tr>
  )
}

function Content({ content, ground }: { content: Text | readonly Block[]; ground: Ground }) {
  return isBlocks(content) ? <Blocks blocks={content} ground={ground} /> : <Words text={content} />
}

function Words({ text }: { text: Text }) {
  const runs = (Array.isArray(text) ? text : [text]) as readonly (string | TextRun)[]
  return runs.map((run, index) => <Run key={index} run={typeof run === 'string' ? { text: run } : run} />)
}

function Run({ run }: { run: TextRun }) {
  let words: ReactNode = withBreaks(cleanText(run.text))
  if (run.link !== undefined && SAFE_ADDRESS.test(run.link.trim())) words = <a href={run.link.trim()}>{words}</a>
  if (run.to !== undefined) words = <a href={`#${run.to}`}>{words}</a>
  if (run.bold === true) words = <b>{words}</b>
  if (run.italics === true) words = <i>{words}</i>
  if (run.raised === true) words = <sup>{words}</sup>
  return run.lang === undefined ? words : <span lang={run.lang}>{words}</span>
}

/** Line ends and the places where a long code may be broken, as HTML says them. */
function withBreaks(text: string): ReactNode {
  if (!/[\n\u200b]/.test(text)) return text
  return text
    .split(/([\n\u200b])/)
    .map((part, index) => (
      <Fragment key={index}>{part === '\n' ? <br /> : part === '\u200b' ? <wbr /> : part}</Fragment>
    ))
}

/** Sizes are in points, as on paper; space above and below is the stylesheet's. */
function styleOf(named: LookOrName | undefined, { looks }: Ground): CSSProperties {
  const look = typeof named === 'string' ? looks[named] : named
  if (look === undefined) return {}
  return {
    ...(look.size === undefined ? {} : { fontSize: `${look.size / 10}rem` }),
    ...(look.bold === undefined ? {} : { fontWeight: look.bold ? 700 : 400 }),
    ...(look.italics === true ? { fontStyle: 'italic' } : {}),
    ...(look.colour === undefined ? {} : { color: look.colour }),
    ...(look.align === undefined ? {} : { textAlign: look.align }),
  }
}
