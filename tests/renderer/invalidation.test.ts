import { describe, expect, test } from 'vitest'
import { isDoubtfulAfter, isDoubtfulAfterCommand } from '../../src/renderer/src/api/invalidation.ts'
import { contract, methodNames } from '../../src/shared/contract.ts'

const queries = methodNames.filter((name) => contract[name].kind === 'query')
const commands = methodNames.filter((name) => contract[name].kind === 'command')

describe('which answers an event makes doubtful', () => {
  test('a change of evidence reaches the log, its findings and the overview, and leaves settings alone', () => {
    const doubtful = queries.filter((name) => isDoubtfulAfter('evidence.changed', name))
    expect(doubtful).toEqual(expect.arrayContaining(['evidence.list', 'evidence.get', 'findings.get', 'overview.get']))
    expect(doubtful).not.toContain('settings.get')
  })

  test('an action moves the gaps of its finding', () => {
    expect(isDoubtfulAfter('actions.changed', 'findings.get')).toBe(true)
    expect(isDoubtfulAfter('actions.changed', 'overview.get')).toBe(true)
  })

  test('another workspace makes everything doubtful', () => {
    expect(queries.filter((name) => !isDoubtfulAfter('workspace.changed', name))).toEqual([])
  })

  test('progress of a task makes nothing doubtful', () => {
    expect(queries.filter((name) => isDoubtfulAfter('task.progress', name))).toEqual([])
  })

  test('after every command of a workspace the way back may have changed', () => {
    const changing = commands.filter((name) => contract[name].place === 'workspace')
    expect(changing.filter((name) => !isDoubtfulAfterCommand(name, 'history.state'))).toEqual([])
  })

  test('undo makes everything doubtful, because it can have been anything', () => {
    expect(queries.filter((name) => !isDoubtfulAfterCommand('history.undo', name))).toEqual([])
  })
})
