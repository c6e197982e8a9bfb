/** `#/evidence` and `#/evidence/:evidenceId`: capture in ten seconds, find in five. */
export function EvidenceScreen() {
  return null
}
