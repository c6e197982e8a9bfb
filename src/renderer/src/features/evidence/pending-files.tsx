import { Icon } from '../../components/icon.tsx'
import { sizeInWords } from './evidence-words.ts'

/** Files that will be attached when the item is logged, each of which can be taken off again. */
export function PendingFiles({
  files,
  onFiles,
}: {
  files: readonly File[]
  onFiles: (files: readonly File[]) => void
}) {
  return (
    <ul className="pending-files" aria-label="Files to attach">
      {files.map((file) => (
        <li key={`${file.name}:${file.size}:${file.lastModified}`} className="tag">
          <Icon name="attach" size={12} /> {file.name} <span className="secondary">{sizeInWords(file.size)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={`Do not attach ${file.name}`}
            onClick={() => onFiles(files.filter((each) => each !== file))}
          >
            <Icon name="close" size={9} />
          </button>
        </li>
      ))}
    </ul>
  )
}
