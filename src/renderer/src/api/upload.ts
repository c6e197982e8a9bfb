import { chunkSize, type OutputOf } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/result.ts'
import type { Api } from './api.ts'
import { toBase64 } from './base64.ts'

/** What an upload may be told and asked. `onProgress` hears bytes sent and bytes in all. */
export type UploadOptions = { onProgress?: (sent: number, total: number) => void; signal?: AbortSignal }

type TransferId = OutputOf<'transfers.begin'>['id']

/**
 * Sends a file in chunks of 1 MiB and answers the transfer that holds its bytes, for `attachments.add` or `evidence.import`.
 * Cancelled by the signal, it throws an `AppError` with the code `cancelled`, and the transfer is thrown away.
 */
export async function uploadFile(api: Api, file: File, options: UploadOptions = {}): Promise<TransferId> {
  const { id } = await api.call('transfers.begin', { name: file.name, size: file.size })
  try {
    for (let offset = 0; offset < file.size; offset += chunkSize) {
      if (options.signal?.aborted === true) throw new AppError('cancelled', `${file.name} was not added.`)
      const bytes = new Uint8Array(await readSlice(file, offset))
      await api.call('transfers.append', { id, offset, bytes: toBase64(bytes) })
      options.onProgress?.(offset + bytes.length, file.size)
    }
    return id
  } catch (error) {
    await api.call('transfers.end', { id }).catch(() => undefined)
    throw error
  }
}

async function readSlice(file: File, offset: number) {
  try {
    return await file.slice(offset, offset + chunkSize).arrayBuffer()
  } catch {
    throw new AppError('file-unreadable', `${file.name} could not be read. It may have been moved or changed.`)
  }
}
