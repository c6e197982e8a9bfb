export { gatherInputs, gatherReport, type ReportData, type ReportInputs } from './report-data.ts'
export { bulletList, heading, paragraph, type PdfDocument } from './pdf/document.ts'
export { waitForFile } from './wait-for-file.ts'
