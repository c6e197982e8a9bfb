import type { OutputOf } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/result.ts'
import type { Api } from './api.ts'
import { fromBase64 } from './base64.ts'

/** The bytes behind a transfer, with what they are. */
export type TransferFile = { transferId: OutputOf<'transfers.begin'>['id']; fileName: string; contentType: string }

/** How long the browser is given to take the bytes of a download before they are let go, in milliseconds. */
const keepFor = 60_000

/**
 * Saves the bytes of a transfer where the person says, and answers the name under which they are saved; null when the person
 * thought better of it. The desktop asks in its own dialog; a browser takes them as a download.
 */
export async function saveTransfer(api: Api, file: TransferFile): Promise<string | null> {
  try {
    const saved = await api.host('host.save', { transferId: file.transferId, fileName: file.fileName })
    return saved?.savedAs ?? null
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error
  }
  const url = URL.createObjectURL(await readTransfer(api, file))
  const link = document.createElement('a')
  link.href = url
  link.download = file.fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keepFor)
  return file.fileName
}

/** The bytes of a transfer as a blob of its type. */
async function readTransfer(api: Api, { transferId, contentType }: TransferFile): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let offset = 0, size = Number.POSITIVE_INFINITY; offset < size;) {
    const chunk = await api.call('transfers.read', { id: transferId, offset })
    const bytes = fromBase64(chunk.bytes)
    if (bytes.length === 0 && offset < chunk.size)
      throw new AppError('file-unreadable', 'The file ended before it was whole. Try again.')
    parts.push(bytes)
    offset += bytes.length
    size = chunk.size
  }
  return new Blob(parts, { type: contentType })
}
