import { useEffect, useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { CaptureFormView } from './capture-form.tsx'
import { endCapture, useCaptureRequest, type CaptureRequest } from './capture-request.ts'
import { filesOfClipboard } from './file-catcher.ts'

/** Quick capture as a dialog over any screen; the shell shows it once, and `requestCapture` opens it. */
export function QuickCaptureDialog() {
  const request = useCaptureRequest()
  return request === null ? null : <OpenDialog request={request} />
}

function OpenDialog({ request }: { request: CaptureRequest }) {
  const { sourceKind, findingId } = request
  const [files, setFiles] = useState<readonly File[]>(request.files ?? [])

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const pasted = filesOfClipboard(event.clipboardData)
      if (pasted.length === 0) return
      event.preventDefault()
      setFiles((before) => [...before, ...pasted])
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])

  return (
    <Dialog title="Quick capture" size="wide" onClose={endCapture}>
      <div
        role="presentation"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          setFiles([...files, ...event.dataTransfer.files])
        }}
      >
        <CaptureFormView
          // What is asked for decides the draft: words meant for one prompt are not offered to another.
          draftName={`capture:${findingId ?? 'any'}${sourceKind === undefined ? '' : `:${sourceKind}`}`}
          heading="What did you see or hear?"
          sourceKind={sourceKind}
          findingId={findingId}
          files={files}
          onFiles={setFiles}
          onLogged={endCapture}
          startsFocused
        />
      </div>
    </Dialog>
  )
}
