import { createHash } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import type { Identifier } from '../../../shared/model/identifiers/identifier.ts'
import type { SearchAnswer, SearchJob } from '../extraction/extraction-worker.ts'
import type { StartWorker } from '../handler.ts'

/** At most this many texts are remembered, by a hash: some megabytes. */
const mostKnown = 50_000

/** What was found in texts before. A text is looked at once, and again only when it, or what is nobody's name, has changed. */
const known = new Map<string, readonly Identifier[]>()

/**
 * What the identifier guard finds in each of the texts, in their order. Looked at in a worker, so that nobody waits meanwhile.
 *
 * @param notNames words that are nobody's name, such as the names of wards
 */
export async function searchTexts(
  texts: readonly string[],
  notNames: readonly string[],
  startWorker: StartWorker,
): Promise<(readonly Identifier[])[]> {
  const ground = notNames.join('\n')
  const keys = texts.map((text) => createHash('sha256').update(`${ground}\n\n${text}`).digest('base64'))
  const fresh = new Map<string, string>()
  for (const [position, key] of keys.entries()) if (!known.has(key)) fresh.set(key, texts[position] ?? '')
  const found = new Map<string, readonly Identifier[]>()
  if (fresh.size > 0) {
    const answer = await searchInWorker(
      startWorker('extraction-worker', { texts: [...fresh.values()], notNames } satisfies SearchJob),
    )
    for (const [position, key] of [...fresh.keys()].entries()) found.set(key, answer[position] ?? [])
  }
  const finds = keys.map((key) => found.get(key) ?? known.get(key) ?? [])
  for (const [key, value] of found) known.set(key, value)
  for (const key of known.keys()) {
    if (known.size <= mostKnown) break
    known.delete(key)
  }
  return finds
}

function searchInWorker(worker: Worker): Promise<SearchAnswer['finds']> {
  return new Promise((resolve, reject) => {
    worker.on('message', ({ finds }: SearchAnswer) => resolve(finds))
    worker.on('error', reject)
    // A worker that ends without a word has failed.
    worker.on('exit', (code) => reject(new Error(`the worker that looks for identifiers ended early (${code})`)))
  })
}
