import { app, session, type Session, type WebContents } from 'electron'
import { isLocalRequest, isOurPage, pageHost, pageProtocol } from './policy.ts'

/** Chromium's own reasons to go to the network, each turned off; and no name is ever resolved. Before the app is ready. */
export function forbidNetwork(): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'no-proxy-server',
  ])
    commandLine.appendSwitch(name)
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('session-created', turnSpellCheckerOff)
}

/** A session asks for its dictionary as it is made, before it can be told not to: by then the dictionary has an address inside the app. */
function turnSpellCheckerOff(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(`${pageProtocol}://${pageHost}/no-dictionary/`)
  session.setSpellCheckerEnabled(false)
}

/** Holds every page to our own pages: no window, no navigation elsewhere, no frame of another app inside. Before the first window. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    refuseForeignNavigation(contents)
  })
}

function refuseForeignNavigation(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isOurPage(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isOurPage(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!isOurPage(details.url)) details.preventDefault()
  })
}

/** Denies every permission, refuses every request but those for our own pages, and keeps downloads and dictionaries out. Once ready. */
export function guardSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocalRequest(url) }))
  defaultSession.on('will-download', (event) => event.preventDefault())
}
