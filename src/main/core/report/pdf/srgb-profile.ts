/** Primaries and white of sRGB, adapted to D50 (IEC 61966-2-1 with the Bradford transform), as the ICC asks. */
const MATRIX = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const

/** The curve of sRGB: ((a x + b) ^ g), and c x below d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const

function fixed(value: number): number {
  return Math.round(value * 65536)
}

function numbers(type: string, values: readonly number[], lead: readonly number[] = []): Buffer {
  const data = Buffer.alloc(8 + lead.length + values.length * 4)
  data.write(type, 0, 'latin1')
  Buffer.from(lead).copy(data, 8)
  values.forEach((value, index) => data.writeInt32BE(fixed(value), 8 + lead.length + index * 4))
  return data
}

function words(text: string): Buffer {
  const data = Buffer.alloc(28 + text.length * 2)
  data.write('mluc', 0, 'latin1')
  data.writeUInt32BE(1, 8)
  data.writeUInt32BE(12, 12)
  data.write('enGB', 16, 'latin1')
  data.writeUInt32BE(text.length * 2, 20)
  data.writeUInt32BE(28, 24)
  data.write(text, 28, 'utf16le')
  data.subarray(28).swap16()
  return data
}

/** Makes the ICC profile (version 4.2, some 500 bytes) of the colours that the report uses; the same bytes each time. */
export function srgbProfile(): Uint8Array {
  const curve = numbers('para', CURVE, [0, 3, 0, 0])
  const tags: [string, Buffer][] = [
    ['desc', words('sRGB IEC61966-2.1')],
    ['cprt', words('No copyright')],
    ...Object.entries(MATRIX).map(([name, values]): [string, Buffer] => [name, numbers('XYZ ', values)]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length, 0)
  const places = new Map<Buffer, number>()
  const body: Buffer[] = []
  let offset = 128 + table.length
  tags.forEach(([name, data], index) => {
    let place = places.get(data)
    if (place === undefined) {
      place = offset
      places.set(data, place)
      const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4)
      data.copy(padded)
      body.push(padded)
      offset += padded.length
    }
    table.write(name, 4 + index * 12, 'latin1')
    table.writeUInt32BE(place, 8 + index * 12)
    table.writeUInt32BE(data.length, 12 + index * 12)
  })
  const header = Buffer.alloc(128)
  header.writeUInt32BE(offset, 0)
  header.writeUInt32BE(0x04200000, 8)
  header.write('mntrRGB XYZ ', 12, 'latin1')
  ;[2020, 1, 1, 0, 0, 0].forEach((part, index) => header.writeUInt16BE(part, 24 + index * 2))
  header.write('acsp', 36, 'latin1')
  ;[0.9642, 1, 0.8249].forEach((value, index) => header.writeInt32BE(fixed(value), 68 + index * 4))
  return Buffer.concat([header, table, ...body])
}
