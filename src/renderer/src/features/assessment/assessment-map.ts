import type { Assessment, Scope } from '../../../../shared/model/assessment.ts'
import type { ChecklistPack, Prompt } from '../../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { FindingSummary } from '../../../../shared/model/finding.ts'
import type { CoreService, Provider } from '../../../../shared/model/provider.ts'
import { scopeWord } from '../../routes.ts'

/** Everything that the screens of an assessment are drawn from. */
export type AssessmentParts = {
  assessment: Assessment
  /** Left-out ones included. */
  scopes: readonly Scope[]
  pack: ChecklistPack
  provider: Provider
  findings: readonly FindingSummary[]
  today: IsoDate
}

/** One prompt in one scope, with what is found there. */
export type PromptRow = { prompt: Prompt; finding: FindingSummary }

/** A scope that is looked at, with its wards and its prompts in the pack's order. */
export type ScopeBranch = { scope: Scope; word: string; service: CoreService | null; rows: PromptRow[] }

/** Which rows of a scope are listed: all, those with a gap, or those not assessed or not re-confirmed yet. */
export type RowFilter = 'all' | 'gaps' | 'to-do'

/** The scopes that are looked at, the provider first, in the provider's order. */
export function mapScopes({ scopes, pack, provider, findings }: AssessmentParts): ScopeBranch[] {
  const order = new Map(provider.coreServices.map((service, at) => [service.id as string, at]))
  const placeOf = ({ coreServiceId }: Scope) => (coreServiceId === null ? -1 : (order.get(coreServiceId) ?? order.size))
  return scopes
    .filter(({ leftOut }) => !leftOut)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((scope) => {
      const here = findings.filter(({ scopeId }) => scopeId === scope.id)
      const found = new Map(here.map((finding) => [finding.promptId, finding]))
      return {
        scope,
        word: scopeWord(scope),
        service: provider.coreServices.find(({ id }) => id === scope.coreServiceId) ?? null,
        rows: pack.prompts.flatMap((prompt) => {
          const finding = found.get(prompt.id)
          return finding === undefined ? [] : [{ prompt, finding }]
        }),
      }
    })
}

/** The rows of a scope that a filter lists. */
export const filterRows = (rows: readonly PromptRow[], filter: RowFilter): PromptRow[] =>
  rows.filter(({ finding }) => {
    if (filter === 'gaps') return finding.gaps.length > 0
    return filter === 'all' || finding.judgement === 'not-assessed' || finding.reconfirm
  })

/** What a core service is made of: "ward", or "team" in community services. */
export const wardWord = (service: Pick<CoreService, 'setting'> | null): 'ward' | 'team' =>
  service?.setting === 'community' ? 'team' : 'ward'
