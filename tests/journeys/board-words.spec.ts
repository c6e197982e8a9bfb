import { expect, test } from '../support/app.ts'

test('words for the board are saved on leaving the field; what another window wrote is shown, not written over', async ({
  launch,
}) => {
  const { page, client } = await launch()
  await client.call('workspaces.createSample', {})
  await page.goto(new URL('/#/report', page.url()).href)
  const asks = page.getByLabel('The board is asked to')
  const lead = page.getByLabel('Executive lead')
  const write = async (boardAsks: string) => {
    const { assessment } = await client.call('assessments.current', {})
    const { id, version } = assessment
    await client.call('assessments.update', { id, expectedVersion: version, changes: { boardAsks } })
  }
  const kept = async () => (await client.call('assessments.current', {})).assessment.boardAsks

  await asks.fill('Note this.')
  await lead.focus()
  await expect.poll(kept).toBe('Note this.')

  // Nothing typed here: the other window's words come in.
  await write('Theirs.')
  await expect(asks).toHaveValue('Theirs.')

  await asks.fill('Mine.')
  await write('Theirs again.')
  await lead.focus()
  await expect(page.getByText('to: Chief Nurse. Theirs again.')).toBeVisible()
  await expect(asks).toHaveValue('Mine.')
  expect(await kept()).toBe('Theirs again.')
  await asks.focus()
  await lead.focus()
  await expect.poll(kept).toBe('Mine.')
})
