/** How far two readers agree: the same answer in `same` of `of`. `kappa` is null where chance alone would make them agree. */
export type Agreement = { same: number; of: number; kappa: number | null }

/**
 * Agreement of two readers over what both answered. Kappa sets aside what chance would give.
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960) 37-46.
 */
export function agreementOf(pairs: readonly (readonly [string, string])[]): Agreement {
  const of = pairs.length
  const same = pairs.filter(([one, other]) => one === other).length
  if (of === 0) return { same, of, kappa: null }
  const answers = new Set(pairs.flat())
  const byChance = [...answers].reduce((sum, answer) => {
    const ones = pairs.filter(([one]) => one === answer).length
    const others = pairs.filter(([, other]) => other === answer).length
    return sum + (ones / of) * (others / of)
  }, 0)
  return { same, of, kappa: byChance === 1 ? null : (same / of - byChance) / (1 - byChance) }
}
