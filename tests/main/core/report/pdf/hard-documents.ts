import {
  bulletList,
  code,
  contents,
  crossReference,
  figure,
  group,
  heading,
  link,
  numberedList,
  pageBreak,
  paragraph,
  table,
  type Block,
  type PdfDocument,
} from '../../../../../src/main/core/report/pdf/document.ts'

const range = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** A sentence, so many times over. */
export const words = (times: number): string => 'The team reviewed care plans with the person. '.repeat(times).trim()

const CHART =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><defs><linearGradient id="g"><stop offset="0" stop-color="#005eb8"/>' +
  '<stop offset="1" stop-color="#fff"/></linearGradient><pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse">' +
  '<rect width="3" height="3" fill="#da291c"/></pattern><clipPath id="c"><circle cx="40" cy="40" r="30"/></clipPath>' +
  '<mask id="m"><rect width="200" height="80" fill="#888"/></mask></defs><rect width="60" height="60" fill="url(#g)" clip-path="url(#c)"/>' +
  '<rect x="70" width="50" height="70" fill="url(#p)" stroke="#000"/><g opacity="0.5" mask="url(#m)"><rect x="130" width="50" height="70" fill="#005eb8"/>' +
  '<text x="135" y="40" font-family="Georgia, serif" font-size="10">Text ✓ 漢 &amp; &lt;b&gt;</text></g><text x="5" y="78" font-size="9" font-weight="bold">Q1</text></svg>'

/** A document of the given blocks. */
export function documentOf(content: readonly Block[], more: Partial<PdfDocument> = {}): PdfDocument {
  return {
    title: 'Hard document',
    createdAt: '2025-11-25T10:00:00Z',
    fileId: 'hard-document',
    footer: { left: 'OFFICIAL-SENSITIVE', right: { page: true } },
    content,
    ...more,
  }
}

/** A report of so many items, each with a reference, a narrative and a hash. */
export function longReport(items: number): PdfDocument {
  const questions = ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led']
  return documentOf(
    [
      paragraph('Self-assessment of recovery orientated practice', { role: 'title' }),
      contents([1, 2]),
      ...range(5, (section) => [
        pageBreak(),
        heading(1, questions[section] ?? '', { id: `section-${section}` }),
        paragraph(words(6)),
        heading(2, 'Evidence'),
        table({
          columns: [{ width: 44 }, { width: 60 }, { width: '*' }, { width: 72 }],
          headerColumns: 1,
          head: [['Ref', 'Question', 'Evidence', 'SHA-256']],
          body: range(Math.ceil(items / 5), (index) => [
            `E${section * items + index}`,
            questions[index % 5] ?? '',
            `Item ${index}. ${words(1 + (index % 12))}`,
            code(hash(section * items + index), 7),
          ]),
        }),
      ]).flat(),
    ],
    { title: 'Long report', header: { left: 'Example NHS Trust', notOnFirst: true } },
  )
}

/** Sixty-four hexadecimal digits that differ with the number. */
function hash(seed: number): string {
  let state = seed + 1
  return range(64, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 28).toString(16)
  }).join('')
}

/** The report as it is meant to be: a little of everything. */
export const sample = (): PdfDocument =>
  documentOf(
    [
      paragraph('Self-assessment report', { role: 'title' }),
      paragraph('Example NHS Trust, November 2025'),
      contents([1, 2]),
      pageBreak(),
      heading(1, 'Summary for the board', { id: 'summary' }),
      paragraph([
        'This paragraph has ',
        { text: 'bold words', bold: true },
        ', a ',
        link('web link', 'https://www.cqc.org.uk/'),
        ', a ',
        crossReference('link to the matrix', 'matrix'),
        ' and a name: Zoë Łukasiewicz-Ní Bhriain',
        { text: '1', raised: true },
        '. ',
        words(5),
      ]),
      paragraph('1. A note on the name.', { role: 'note' }),
      heading(2, 'What is not evidenced'),
      bulletList([
        'Safe staffing',
        [paragraph('Care plans'), bulletList(['nested one', 'nested two'])],
        'Closed cultures',
      ]),
      numberedList(['First action', 'Second action']),
      group('quotation', [paragraph('I was asked what I wanted, and they wrote it down.')]),
      heading(2, 'Coverage'),
      figure({
        svg: CHART,
        alt: 'Bar chart of coverage by quarter',
        caption: 'Figure 1. Coverage by quarter',
        width: 320,
      }),
      group('panel', [heading(3, 'The board is asked to'), numberedList(['note', 'agree'])], { fill: '#f0f4f5' }),
      heading(1, 'Matrix', { id: 'matrix' }),
      table({
        caption: 'Table 1. Prompts by service',
        columns: [{ width: 'auto' }, {}, {}],
        headerColumns: 1,
        head: [
          [
            { content: 'Prompt', rowSpan: 2 },
            { content: 'Service', colSpan: 2 },
          ],
          ['Acute', 'Community'],
        ],
        body: [
          ['Care plans', { content: '✓ evidenced', fill: '#e0f0e0' }, '✗ not evidenced'],
          [{ content: 'Carers', rowSpan: 2 }, '→ partly', 'not asked'],
          ['↗ better', [{ text: 'Prynhawn da', lang: 'cy' }]],
        ],
      }),
      group('columns', [paragraph(words(4)), group('section', [paragraph(words(3)), bulletList(['one', 'two'])])]),
      pageBreak('landscape'),
      heading(1, 'Evidence index'),
      table({
        columns: [{ width: 50 }, { width: '*' }, { width: 80 }],
        head: [['Ref', 'Evidence', 'SHA-256']],
        body: range(40, (index) => [`E${index}`, words(1 + (index % 3)), code(hash(index), 7)]),
      }),
    ],
    {
      title: 'Self-assessment: Barts & The <Example> Trust',
      header: { left: 'Example NHS Trust' },
      author: 'A & B',
      subject: 'CQC',
      keywords: 'CQC, recovery',
    },
  )

const odd = {
  control: 'nul\u0000 bel\u0007 esc\u001b tab\there\u000bvt\u000cff\rcr\u0085nel del\u007f non\ufffe\uffffcharacter',
  marks:
    'zw\u200bsp zwj\u200dx bom\ufeff shy\u00adhy lrm\u200e rlm\u200f \u202aemb\u202c \u2066iso\u2069 wj\u2060 \u202egnp.exe',
  halves: 'lone \ud83d hi and \ude00 lo',
  private: 'pua \ue000 \uf8ff \u{f0000} repl \ufffd tags\u{e0067}\u{e0062} vs\ufe0f ls\u2028ps\u2029end',
  markup:
    '<svg><script>alert(1)</script></svg> {\\rtf1\\ansi text} <b>bold?</b> &amp; %PDF-1.7 ${x} [link](javascript:alert(1))',
}

/** Documents that break PDF makers, each with what it is about as its name. */
export const hardDocuments: Readonly<Record<string, () => PdfDocument>> = {
  nothing: () => documentOf([]),
  'empty blocks': () =>
    documentOf([
      heading(1, 'Title'),
      heading(2, ''),
      heading(2, '\u200b \u0007'),
      paragraph(''),
      paragraph('   '),
      paragraph([]),
      bulletList([]),
      numberedList(['']),
      group('section', []),
      group('columns', []),
      group('panel', []),
      group('together', []),
      table({ columns: [{}, {}], head: [], body: [['', '']] }),
      table({ columns: [{}, {}], head: [['', '']], body: [] }),
      pageBreak(),
      pageBreak(),
    ]),
  'only decoration': () => documentOf([paragraph('decoration', { role: 'decoration' })]),
  'long table with two head rows': () =>
    documentOf([
      heading(1, 'Long table'),
      table({
        columns: [{ width: 60 }, {}, { width: 80 }],
        headerColumns: 1,
        head: [
          [
            { content: 'Group', rowSpan: 2 },
            { content: 'Both', colSpan: 2 },
          ],
          ['A', link('web', 'https://x.example/')],
        ],
        body: range(1200, (index) => [`R${index}`, words(1 + (index % 3)), `c${index}`]),
      }),
    ]),
  'rows taller than a page': () =>
    documentOf([
      heading(1, 'Tall rows'),
      table({
        columns: [{ width: 60 }, {}, { width: 100 }],
        head: [['A', 'B', 'C']],
        body: [
          ['one', words(300), words(20)],
          ['two', { content: [paragraph(words(200)), bulletList(range(80, (index) => `item ${index}`))] }, 'x'],
          [{ content: 'span', rowSpan: 3 }, words(90), 'y'],
          [words(120), 'z'],
          ['end', ''],
        ],
      }),
    ]),
  'kept rows taller than a page': () =>
    documentOf([
      heading(1, 'Kept rows'),
      table({
        keepRows: true,
        columns: [{ width: 60 }, {}],
        head: [['A', 'B']],
        body: [
          ['one', `${words(300)} last-words-of-one`],
          ['two', 'x'],
          ['three', words(4)],
        ],
      }),
      group('together', [paragraph(`${words(400)} last-words-together`), group('together', [paragraph('inner')])]),
      group('together', [heading(2, 'Kept'), paragraph(words(3))]),
    ]),
  'a head taller than a page': () =>
    documentOf([
      heading(1, 'Tall head'),
      table({
        columns: [{}, {}],
        head: [[`${words(200)} last-words-of-head`, 'B']],
        body: range(60, (index) => [`r${index}`, words(2)]),
      }),
      table({ columns: [{}, {}], head: [[words(60), 'B']], body: range(60, (index) => [`r${index}`, words(2)]) }),
    ]),
  'lists in lists': () =>
    documentOf([
      heading(1, 'Lists'),
      bulletList(
        range(40, (index) => [
          paragraph(`item ${index}`),
          numberedList(
            range(3, (inner) => [paragraph(`sub ${inner}`), bulletList(['x', words(3), [numberedList(['deep'])]])]),
          ),
        ]),
      ),
      bulletList([[bulletList(['first child is a list'])]]),
      bulletList([
        [table({ columns: [{}, {}], head: [], body: [['t1', 't2']] })],
        [figure({ svg: CHART, alt: 'chart', width: 60 })],
      ]),
    ]),
  links: () =>
    documentOf(
      [
        heading(1, [link('a heading that is a link', 'https://h.example/')]),
        paragraph([
          words(3),
          ' ',
          link(`a long link that goes over ${words(6)}`, 'https://x.example/?a=1&b=(2)\\3'),
          ' end',
        ]),
        paragraph([
          link('mail', 'mailto:a@example.org'),
          ' ',
          link('bad', 'javascript:alert(1)'),
          ' ',
          link('file', 'file:///etc/passwd'),
        ]),
        paragraph([
          link('', 'https://empty.example'),
          link(' ', 'https://blank.example'),
          link('odd \u0007 ✓', 'https://ö.example/\u0001ü é'),
        ]),
        paragraph([
          crossReference('to a paragraph', 'target'),
          { text: ' styled ', bold: true, link: 'https://s.example' },
          link('link', 'https://s.example'),
        ]),
        table({
          columns: [{}, {}],
          head: [['h', link('head link', 'https://t.example')]],
          body: range(120, (index) => [link(`c${index}`, `https://c.example/${index}`), words(2)]),
        }),
        bulletList([link('in a list', 'https://li.example')]),
        paragraph('target', { id: 'target' }),
        paragraph([link('decoration', 'https://d.example')], { role: 'decoration' }),
      ],
      { header: { left: 'https://head.example' } },
    ),
  'words without a space': () =>
    documentOf([
      heading(1, `Long${'word'.repeat(75)}`),
      paragraph('x'.repeat(5000)),
      paragraph([link(`https://example.org/${'a/b-c?'.repeat(300)}`, 'https://example.org/')]),
      paragraph(['start', { text: 'bold'.repeat(100), bold: true }, 'end'.repeat(100)]),
      table({ columns: [{ width: 40 }, { width: 40 }], head: [], body: [['W'.repeat(300), 'i'.repeat(900)]] }),
      table({
        columns: range(9, () => ({ width: 'auto' as const })),
        head: [],
        body: [range(9, () => 'recommendation'.repeat(30))],
      }),
      table({ columns: [{ width: 400 }, { width: 400 }], head: [['too', 'wide']], body: [[words(3), words(3)]] }),
      table({
        columns: range(40, () => ({})),
        head: [range(40, (index) => `c${index}`)],
        body: [range(40, () => 'wide')],
      }),
      paragraph('ab'.repeat(40_000)),
    ]),
  'forty thousand words': () =>
    documentOf([heading(1, 'Narrative'), paragraph(words(5000)), paragraph(`line\n${'short line\n'.repeat(2000)}`)]),
  'other scripts': () =>
    documentOf([
      heading(1, 'Other scripts নমস্কার'),
      paragraph('שלום עולם Hebrew', { lang: 'he' }),
      paragraph('مرحبا بالعالم', { lang: 'ar' }),
      paragraph('Mixed abc שלום עולם def مرحبا 123'),
      paragraph('বাংলা নমস্কার ଓଡ଼ିଆ ไทย 漢字 かな 한국어 हिन्दी ਪੰਜਾਬੀ ગુજરાતી தமிழ் Ελληνικά кириллица'),
      table({ columns: [{ width: 30 }, {}], head: [['নাম', 'B']], body: [['বাংলা', '漢字']] }),
    ]),
  diacritics: () =>
    documentOf([
      heading(1, 'Diacritics'),
      paragraph('e\u0301 a\u0328\u0302 Z\u0351\u0323\u0308\u0335 n\u0303 \u0301start o\u0308\u0304 ḃ ŵ ŷ Łódź ő ğ ț ś'),
      paragraph(`x${'\u0301\u0302\u0303\u0323\u0324'.repeat(20)}y`),
      paragraph('ﬁ ﬂ ﬀ ĳ ǆ ½ № ℡ Ω Å K ‐ ‑ – — \u00a0nb\u202fsp a\u0332b\u0332 1\u20e3'),
    ]),
  'emoji and signs': () =>
    documentOf([
      heading(1, 'Emoji 😀 heading'),
      paragraph('Plain 😀 and 👩‍👩‍👧‍👦 and 🇬🇧 and ✓ ✔ ☐ ☑ ☒ → ↗ ↘ ◆ ❤️ ★ ⚠️ ≥ ≤ ≠ ① ➜ end'),
      paragraph([
        { text: 'bold ✓ ', bold: true },
        { text: 'italic ↗', italics: true },
        link('link 😀 text', 'https://e.example'),
      ]),
      table({ columns: [{}, {}], head: [['H 😀', 'B']], body: [['✔', '✘']] }),
      bulletList(['😀 item']),
      paragraph('😀'.repeat(3000)),
      figure({
        svg: '<svg width="90" height="20"><text x="2" y="14" font-size="10">svg 😀 ✔ &#x2713;</text></svg>',
        alt: 'svg 😀',
      }),
    ]),
  'control characters': () =>
    documentOf(
      [
        heading(1, `Control \u0001\u0007 heading`),
        ...Object.values(odd).map((text) => paragraph(text)),
        table({ columns: [{}, {}], head: [[odd.control, odd.marks]], body: [[odd.halves, odd.private]] }),
        figure({ svg: CHART, alt: 'alt \u0000\u0007\ud83d end' }),
      ],
      { title: `Control ${odd.control} ${odd.halves}`, header: { left: odd.marks } },
    ),
  'a title that is markup': () =>
    documentOf([heading(1, 'T')], {
      title: 'Barts & The <London> "NHS" Trust Łódź 😀 \u0001 ]]>',
      author: 'A & B',
      subject: '<x>',
      keywords: 'a & b',
      creator: '<Recovery> & Evidence',
    }),
  'headings out of order': () =>
    documentOf([
      contents([1, 2, 3, 4, 5, 6]),
      heading(3, 'Starts at three'),
      paragraph('x'),
      heading(1, 'One'),
      heading(5, 'Five'),
      heading(6, 'Six'),
      table({ columns: [{}, {}], head: [], body: [[{ content: [heading(4, 'In a cell')] }, 'x']] }),
      heading(2, words(20)),
      ...range(30, (index) => heading(2, `Heading ${index} ✓`)),
    ]),
  spans: () =>
    documentOf([
      heading(1, 'Spans'),
      table({ columns: [{}, {}], head: [], body: [[{ content: 'all', rowSpan: 2, colSpan: 2 }], [], ['p', 'q']] }),
      table({
        columns: [{}, {}],
        head: [],
        body: [
          [
            { content: 'a', rowSpan: 3 },
            { content: 'b', rowSpan: 3 },
          ],
          [],
          [],
          ['p', 'q'],
        ],
      }),
      table({
        columns: [{}, {}],
        head: [
          ['all', 'head'],
          ['rows', 'here'],
        ],
        body: [],
      }),
      table({
        columns: [{}, {}, {}],
        head: [[{ content: 'wide', colSpan: 3 }]],
        body: [
          ['a', { content: 'mid', colSpan: 2 }],
          [{ content: 'tall', rowSpan: 2 }, 'x', { content: 'tt', rowSpan: 2 }],
          ['y'],
        ],
      }),
      table({
        columns: [{}, {}],
        head: [[{ content: [table({ columns: [{}], head: [['in']], body: [['head']] })] }, 'B']],
        body: [['x', 'y']],
      }),
      table({
        columns: [{}, {}],
        head: [],
        body: [[{ content: 'over pages', rowSpan: 40 }, 'x'], ...range(39, () => [words(4)])],
      }),
      table({
        keepRows: true,
        columns: [{}, {}],
        head: [['H1', 'H2']],
        body: range(60, (index) =>
          index % 2 === 0 ? [{ content: `span ${index}`, rowSpan: 2 }, words(3)] : [words(3)],
        ),
      }),
    ]),
  'a long table of contents': () =>
    documentOf([
      heading(1, 'Contents', { unlisted: true }),
      contents([1, 2]),
      ...range(120, (index) => heading(index % 3 === 0 ? 1 : 2, `Heading ${index} ${index % 9 === 0 ? words(3) : ''}`)),
    ]),
  figures: () =>
    documentOf([
      heading(1, 'Figures'),
      ...range(12, (index) =>
        figure({ svg: CHART, alt: `Chart ${index} "quoted" (par) \\ < & > Łódź`, caption: `Figure ${index}` }),
      ),
      figure({
        svg: '<svg width="3000" height="9000"><rect width="3000" height="9000" fill="#005eb8"/></svg>',
        alt: 'Huge',
      }),
      group('columns', [figure({ svg: CHART, alt: 'In a column', width: 480 }), paragraph(words(5))]),
      table({
        columns: [{ width: 50 }, {}],
        head: [['A', 'B']],
        body: range(30, () => [{ content: [figure({ svg: CHART, alt: 'In a cell' })] }, 'x']),
      }),
    ]),
  languages: () =>
    documentOf([
      heading(1, 'Languages'),
      paragraph('Bonjour', { lang: 'fr' }),
      paragraph('bad', { lang: 'english language' }),
      paragraph('blank', { lang: '' }),
      paragraph(['In ', { text: 'Cymraeg', lang: 'cy' }, ' and ', { text: 'bad', lang: 'cy_GB' }]),
      group('section', [bulletList(['Prynhawn da'])], { lang: 'cy' }),
    ]),
  nested: () =>
    documentOf([
      heading(1, 'Nested'),
      group('columns', [
        group('section', [
          table({
            columns: [{}],
            head: [],
            body: [
              [
                {
                  content: [
                    bulletList([
                      [table({ columns: [{}, {}], head: [], body: [['a', { content: [numberedList(['b'])] }]] })],
                    ]),
                  ],
                },
              ],
            ],
          }),
        ]),
        group('panel', [paragraph(words(60)), group('panel', [paragraph('inner')])], {
          fill: '#eeeeee',
          edge: '#da291c',
        }),
      ]),
      group('panel', [heading(2, 'In a panel'), ...range(30, () => paragraph(words(6)))], { fill: '#f0f4f5' }),
      table({
        columns: [{}, {}],
        head: [[{ content: [paragraph('Two'), paragraph('paragraphs')] }, 'B']],
        body: range(90, () => ['a', 'b']),
      }),
    ]),
  'page furniture': () =>
    documentOf(
      [
        heading(1, 'Furniture'),
        ...range(40, () => paragraph(words(8))),
        pageBreak('landscape'),
        paragraph('wide'),
        pageBreak('portrait'),
        paragraph('tall'),
      ],
      {
        header: { left: words(20), right: 'A right side ✓ 😀' },
        footer: { left: words(20), right: { page: true }, notOnFirst: true },
        watermark: 'DRAFT 😀 ✓',
      },
    ),
  'narrow margins': () =>
    documentOf(
      [
        heading(1, 'Narrow'),
        paragraph(words(80)),
        table({ columns: [{}, {}], head: [['a', 'b']], body: range(30, () => ['x', words(2)]) }),
      ],
      {
        margins: [200, 300, 200, 300],
        orientation: 'portrait',
      },
    ),
}
