import { useEffect, useRef, type DragEvent } from 'react'

/** Whether a drag carries files; other drags are left alone. */
const carriesFiles = (event: DragEvent) => [...event.dataTransfer.types].includes('Files')

/** The name that a pasted screenshot is given: the clipboard calls every one of them `image.png`. */
export function nameOfPasted(file: Pick<File, 'name' | 'type'>, now: Date): string {
  if (!/^image\.\w+$/.test(file.name) && file.name !== '') return file.name
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const ending = file.type.split('/')[1]?.split('+')[0] ?? 'png'
  return `Screenshot ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}.${ending}`
}

/** The files of a clipboard, screenshots named. */
export const filesOfClipboard = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].map((file) => {
    const name = nameOfPasted(file, new Date())
    return name === file.name ? file : new File([file], name, { type: file.type })
  })

/**
 * Takes files that are dropped on an element, and files that are pasted anywhere while it is on the screen and no dialog is open.
 * Answers what the element needs. Words that are pasted go where they always go.
 */
export function useFileCatcher(options: {
  isOff?: boolean
  onFiles: (files: File[]) => void
  onOver?: (isOver: boolean) => void
}) {
  const { isOff = false, onFiles, onOver } = options
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })

  useEffect(() => {
    if (isOff) return
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return
      const files = filesOfClipboard(event.clipboardData)
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [isOff])

  if (isOff) return {}
  return {
    onDragOver(event: DragEvent) {
      if (!carriesFiles(event)) return
      event.preventDefault()
      onOver?.(true)
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onOver?.(false)
    },
    onDrop(event: DragEvent) {
      onOver?.(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      const files = [...event.dataTransfer.files]
      if (files.length > 0) onFiles(files)
    },
  }
}
