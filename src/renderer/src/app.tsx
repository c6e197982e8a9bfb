import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { ApiContext, type Api } from './api/api.ts'
import { ActionsScreen } from './features/actions/actions-screen.tsx'
import { AssessmentScreen } from './features/assessment/assessment-screen.tsx'
import { AuditsScreen } from './features/care-plans/audits-screen.tsx'
import { AuditDifferencesScreen } from './features/care-plans/differences-screen.tsx'
import { LoadPlansScreen } from './features/care-plans/load-plans-screen.tsx'
import { NewAuditScreen } from './features/care-plans/new-audit-screen.tsx'
import { ReadingScreen } from './features/care-plans/reading-screen.tsx'
import { ResultsScreen } from './features/care-plans/results-screen.tsx'
import { EvidenceScreen } from './features/evidence/evidence-screen.tsx'
import { HomeScreen } from './features/home/home-screen.tsx'
import { NewWorkspaceScreen } from './features/home/new-workspace-screen.tsx'
import { ImportScreen } from './features/import/import-screen.tsx'
import { CompareScreen } from './features/overview/compare-screen.tsx'
import { FindingsBehindScreen } from './features/overview/findings-behind-screen.tsx'
import { OverviewScreen } from './features/overview/overview-screen.tsx'
import { ReportScreen } from './features/report/report-screen.tsx'
import { RequestScreen } from './features/requests/request-screen.tsx'
import { SignOffScreen } from './features/sign-off/sign-off-screen.tsx'
import { BackupsScreen } from './features/workspace/backups-screen.tsx'
import { CheckScreen } from './features/workspace/check-screen.tsx'
import { paths } from './routes.ts'
import { RouteFault } from './shell/fault.tsx'
import { Shell } from './shell/shell.tsx'
import { Start, WorkspaceGate } from './shell/workspace-gate.tsx'

const router = createHashRouter([
  {
    Component: Shell,
    ErrorBoundary: RouteFault,
    children: [
      { path: paths.home, Component: HomeScreen },
      { path: paths.newWorkspace, Component: NewWorkspaceScreen },
      {
        Component: WorkspaceGate,
        children: [
          { path: paths.overview, Component: OverviewScreen },
          { path: paths.behind, Component: FindingsBehindScreen },
          { path: paths.compare, Component: CompareScreen },
          { path: paths.signOff, Component: SignOffScreen },
          { path: paths.assessment, Component: AssessmentScreen },
          { path: paths.finding, Component: AssessmentScreen },
          { path: paths.evidence, Component: EvidenceScreen },
          { path: paths.importEvidence, Component: ImportScreen },
          { path: paths.evidenceItem, Component: EvidenceScreen },
          { path: paths.carePlans, Component: AuditsScreen },
          { path: paths.newAudit, Component: NewAuditScreen },
          { path: paths.auditPlans, Component: LoadPlansScreen },
          { path: paths.auditPlan, Component: ReadingScreen },
          { path: paths.auditCriteria, Component: ReadingScreen },
          { path: paths.auditDifferences, Component: AuditDifferencesScreen },
          { path: paths.auditResults, Component: ResultsScreen },
          { path: paths.actions, Component: ActionsScreen },
          { path: paths.action, Component: ActionsScreen },
          { path: paths.report, Component: ReportScreen },
          { path: paths.reportFinds, Component: ReportScreen },
          { path: paths.requests, Component: RequestScreen },
          { path: paths.check, Component: CheckScreen },
          { path: paths.backups, Component: BackupsScreen },
        ],
      },
      { path: '*', Component: Start },
    ],
  },
])

/** The whole page: its api, its store of answers and its screens. */
export function App({ api, answers }: { api: Api; answers: QueryClient }) {
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={answers}>
        <I18nProvider locale="en-GB">
          <RouterProvider router={router} />
        </I18nProvider>
      </QueryClientProvider>
    </ApiContext>
  )
}
