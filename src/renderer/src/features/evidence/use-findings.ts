import { useMemo } from 'react'
import type { Prompt } from '../../../../shared/model/checklist.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { mapScopes } from '../assessment/assessment-map.ts'

/** A finding that evidence can be linked to, in words. */
export type FindingChoice = { id: string; scopeName: string; coreServiceId: string | null; prompt: Prompt }

/** Every finding of what is looked at, by scope and in the pack's order; empty until they are there. */
export function useFindings(): FindingChoice[] {
  const { data: current } = useAnswer('assessments.current', {})
  const { data: pack } = useAnswer('checklists.current', {})
  const { data: provider } = useAnswer('provider.get', {})
  const { data: findings } = useAnswer('findings.list', {})
  return useMemo(() => {
    if (!current || !pack || !provider || !findings) return []
    return mapScopes({ ...current, pack, provider, findings, today: '' }).flatMap(({ scope, rows }) =>
      rows.map(({ prompt, finding }) => ({
        id: finding.id,
        scopeName: scope.name,
        coreServiceId: scope.coreServiceId,
        prompt,
      })),
    )
  }, [current, pack, provider, findings])
}

/** Findings by the name of their scope, in order. */
export function byScope(findings: readonly FindingChoice[]): { scopeName: string; findings: FindingChoice[] }[] {
  const groups: { scopeName: string; findings: FindingChoice[] }[] = []
  for (const finding of findings) {
    const last = groups.at(-1)
    if (last?.scopeName === finding.scopeName) last.findings.push(finding)
    else groups.push({ scopeName: finding.scopeName, findings: [finding] })
  }
  return groups
}
