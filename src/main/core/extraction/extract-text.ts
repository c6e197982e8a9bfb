import type { Result } from '../../../shared/result.ts'
import type { Extraction } from './extraction.ts'
import { runExtraction, type ExtractionOptions } from './run-extraction.ts'

/**
 * The text of a file, read as {@link runExtraction} reads.
 *
 * @param file the bytes, or the path of the file
 * @param fileName the name as the person knows it, for the type and for sentences
 */
export const extractText = (
  file: Uint8Array | string,
  fileName: string,
  options: ExtractionOptions,
): Promise<Result<Extraction>> =>
  runExtraction({ file, fileName }, options, (message) => ('extraction' in message ? message.extraction : undefined))
