const storageKey = 'recovery-evidence.token'
const channelName = 'recovery-evidence.token'
const fragment = /^#token=([A-Za-z0-9._~-]+)$/

/** How long another tab is given to answer, in milliseconds. */
const patience = 400

/**
 * The launch token of the browser host: from the address (out of which it is taken at once, so that it is in no history and no
 * bookmark), else from this tab's own storage, else asked of another tab. Null when nobody knows it.
 */
export async function findToken(): Promise<string | null> {
  const token = takeFromAddress() ?? sessionStorage.getItem(storageKey) ?? (await askAnotherTab())
  if (token === null) return null
  sessionStorage.setItem(storageKey, token)
  answerOtherTabs(token)
  return token
}

function takeFromAddress() {
  const token = fragment.exec(location.hash)?.[1]
  if (token === undefined) return null
  history.replaceState(null, '', location.pathname + location.search)
  return token
}

function askAnotherTab(): Promise<string | null> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName)
    const finish = (token: string | null) => {
      channel.close()
      clearTimeout(timer)
      resolve(token)
    }
    const timer = setTimeout(finish, patience, null)
    channel.addEventListener('message', ({ data }) => {
      if (data?.kind === 'answer' && typeof data.token === 'string') finish(data.token)
    })
    channel.postMessage({ kind: 'ask' })
  })
}

function answerOtherTabs(token: string) {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }) => {
    if (data?.kind === 'ask') channel.postMessage({ kind: 'answer', token })
  })
}
