export { gatherInputs, type ReportInputs } from './report-data.ts'
