import { useCaptureRequest } from './capture-request.ts'

/** Quick capture as a dialog over any screen; the shell shows it once, and `requestCapture` opens it. */
export function QuickCaptureDialog() {
  const request = useCaptureRequest()
  if (request === null) return null
  return null
}
