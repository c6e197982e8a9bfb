import { AppError } from '../../shared/result.ts'
import type { HostHandlers } from '../serve/host-calls.ts'

/** Files are saved by the page itself, which reads the transfer and lets the browser download it. */
const notHere = async (): Promise<never> => {
  throw new AppError('unavailable', 'A browser cannot do this. The desktop app can.')
}

/** What a host can do for a page in a browser: say that it is one. */
export const browserHandlers: HostHandlers = {
  'host.describe': async () => ({ kind: 'browser', platform: process.platform }),
  'host.choosePlace': notHere,
  'host.chooseWorkspace': notHere,
  'host.save': notHere,
  'host.showSaved': notHere,
  'host.openLink': notHere,
  'host.setMenu': async () => ({}),
}
