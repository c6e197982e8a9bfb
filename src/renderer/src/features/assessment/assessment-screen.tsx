/** `#/assessment` and `#/assessment/:assessmentId/:scope/:prompt`: judge one prompt in one scope. */
export function AssessmentScreen() {
  return null
}
