import { expect, test } from 'vitest'
import { failureOf, makeFolder, openApplication, openWorkspace } from '../../../support/workspace.ts'

const note = { title: 'Rota', shows: 'Two peer workers a day.', sourceKind: 'processes' } as const

test('who is working here stands in the trail from the moment it is said, and what was done before stays theirs', async () => {
  const { client, events } = await openWorkspace()
  await client.call('evidence.log', note)
  await client.call('settings.set', { actorName: 'Ben Okoro' })
  await client.call('evidence.log', { ...note, title: 'Rota, next week' })
  const [last, before] = await client.call('trail.list', {})
  expect([last?.actorName, before?.actorName]).toEqual(['Ben Okoro', 'Tess Tester'])
  expect(events.some(({ name }) => name === 'settings.changed')).toBe(true)
})

test('the names used on this PC are remembered, the latest first and each once, twelve at most', async () => {
  const dataFolder = makeFolder()
  const { client, application } = await openApplication({ dataFolder })
  for (const actorName of ['Ben Okoro', 'Asha Patel', ' Ben Okoro ']) await client.call('settings.set', { actorName })
  expect((await client.call('settings.get', {})).names).toEqual(['Ben Okoro', 'Asha Patel', 'Tess Tester'])
  for (let number = 0; number < 20; number += 1)
    await client.call('settings.set', { actorName: `Bank nurse ${number}` })
  expect((await client.call('settings.get', {})).names).toHaveLength(12)
  await application.close()
  const again = await openApplication({ dataFolder })
  expect((await again.client.call('settings.get', {})).names.slice(0, 2)).toEqual(['Tess Tester', 'Bank nurse 19'])
})

test('a name is offered no longer once it is taken off, but never the one who is working', async () => {
  const { client } = await openApplication()
  await client.call('settings.set', { actorName: 'Ben Okoro' })
  expect((await client.call('settings.set', { names: [] })).names).toEqual(['Ben Okoro'])
})

test('somebody named on the command line works here until somebody else takes over', async () => {
  const { client } = await openApplication({ actorName: 'Night lead' })
  expect(await client.call('settings.get', {})).toMatchObject({ actorName: 'Night lead' })
  expect(await client.call('settings.set', { density: 'roomy' })).toMatchObject({ actorName: 'Night lead' })
  expect(await client.call('settings.set', { actorName: 'Asha Patel' })).toMatchObject({
    actorName: 'Asha Patel',
    names: ['Asha Patel', 'Night lead'],
  })
})

test('a file larger than the setting is refused before a byte of it arrives, and the words name the setting', async () => {
  const { client } = await openApplication()
  await client.call('settings.set', { largestFile: 2 })
  const refused = await failureOf(client.call('transfers.begin', { name: 'film.mp4', size: 2 * 1_048_576 + 1 }))
  expect(refused).toMatchObject({ code: 'too-large' })
  expect(refused.message).toContain('larger than 2 MB')
  expect(refused.message).toContain('Settings')
  await client.call('transfers.begin', { name: 'film.mp4', size: 2 * 1_048_576 })
})
