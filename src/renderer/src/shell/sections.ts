import { paths } from '../routes.ts'

/** A place of the rail: its word, its address, its icon, and the digit that leads there with Alt. */
export type Section = {
  name: string
  path: string
  icon: 'overview' | 'assessment' | 'evidence' | 'care-plans' | 'actions' | 'report'
  digit: number
}

/** The rail, in its order. The digits are those of the whole design, so that none changes when another place is added. */
export const sections: readonly Section[] = [
  { name: 'Overview', path: paths.overview, icon: 'overview', digit: 1 },
  { name: 'Assessment', path: paths.assessment, icon: 'assessment', digit: 2 },
  { name: 'Evidence', path: paths.evidence, icon: 'evidence', digit: 3 },
  { name: 'Care-plan audit', path: paths.carePlans, icon: 'care-plans', digit: 4 },
  { name: 'Actions', path: paths.actions, icon: 'actions', digit: 7 },
  { name: 'Report', path: paths.report, icon: 'report', digit: 8 },
]
