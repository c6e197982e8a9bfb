import { fileTypeFromBuffer } from 'file-type'

/** What a file is by its bytes, whatever its name says. */
export type SniffedType = { type: string; extension: string; mismatch: boolean }

/** Tells what a file is from its first bytes (4,100 are enough). Its name is believed only for plain text. */
export async function sniffContentType(firstBytes: Uint8Array, fileName: string): Promise<SniffedType> {
  const named = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const found = await fileTypeFromBuffer(firstBytes)
  if (found) return { type: found.mime, extension: found.ext, mismatch: named !== '' && named !== found.ext }
  const text = !firstBytes.includes(0)
  return { type: text ? 'text/plain' : 'application/octet-stream', extension: text ? 'txt' : 'bin', mismatch: false }
}
