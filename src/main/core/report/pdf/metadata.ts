import { createHash } from 'node:crypto'
import { escapeXml } from './text-cleaning.ts'
import { srgbProfile } from './srgb-profile.ts'
import type { PdfKitDocument } from './pdfmake-types.ts'

/** What the file says of itself; all of it already clean. */
export interface Metadata {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: string
  readonly creator: string
  readonly createdAt: Date
  readonly fileId: string
}

const PRODUCER = 'pdfmake 0.3.11'

/** The Info dictionary, as pdfkit takes it. */
export function infoDictionary(metadata: Metadata): Record<string, string | Date> {
  const info: Record<string, string | Date> = {
    Title: metadata.title,
    Creator: metadata.creator,
    Producer: PRODUCER,
    CreationDate: metadata.createdAt,
  }
  if (metadata.author) info['Author'] = metadata.author
  if (metadata.subject) info['Subject'] = metadata.subject
  if (metadata.keywords) info['Keywords'] = metadata.keywords
  return info
}

/**
 * Makes the document say that it is PDF/UA-1 and PDF/A-2a: XMP (which pdfkit writes unescaped, so that an ampersand in a title breaks it),
 * the colour profile, and a file identifier from the caller instead of from the clock.
 */
export function writeMetadata(document: PdfKitDocument, metadata: Metadata): void {
  document._id = createHash('sha256').update(metadata.fileId).digest().subarray(0, 16)
  document.endMetadata = () => {
    const xmp = document.ref({ Type: 'Metadata', Subtype: 'XML' })
    // Archives and screen readers must find it without decoding the file.
    xmp.compress = false
    xmp.write(Buffer.from(xmpPacket(metadata), 'utf8'))
    xmp.end()
    document._root.data['Metadata'] = xmp
    const profile = document.ref({ N: 3 })
    profile.write(srgbProfile())
    profile.end()
    const name = Object('sRGB IEC61966-2.1')
    const intent = document.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: name,
      OutputConditionIdentifier: name,
      DestOutputProfile: profile,
    })
    intent.end()
    document._root.data['OutputIntents'] = [intent]
  }
}

function described(prefix: string, namespace: string, content: string): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${content}</rdf:Description>`
}

function xmpPacket(metadata: Metadata): string {
  const { title, author, subject, keywords, creator, createdAt } = metadata
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
  const date = `${createdAt.toISOString().slice(0, 19)}Z`
  const parts = [
    described(
      'xmp',
      'http://ns.adobe.com/xap/1.0/',
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>`,
    ),
    described(
      'dc',
      'http://purl.org/dc/elements/1.1/',
      `<dc:title>${alternative(title)}</dc:title>` +
        (author ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>` : '') +
        (subject ? `<dc:description>${alternative(subject)}</dc:description>` : ''),
    ),
    described(
      'pdf',
      'http://ns.adobe.com/pdf/1.3/',
      `<pdf:Producer>${PRODUCER}</pdf:Producer>` +
        (keywords ? `<pdf:Keywords>${escapeXml(keywords)}</pdf:Keywords>` : ''),
    ),
    described('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', '<pdfuaid:part>1</pdfuaid:part>'),
    described(
      'pdfaid',
      'http://www.aiim.org/pdfa/ns/id/',
      '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    ),
    UA_SCHEMA,
  ]
  return (
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n` +
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n` +
    `${parts.join('\n')}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>`
  )
}

/** PDF/A knows no PDF/UA: it asks for a description of that one property (ISO 19005-2, 6.6.2.3). */
const UA_SCHEMA =
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>'
