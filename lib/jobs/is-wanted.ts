/**
 * Whether a message (an expression that gives its id) may still be sent, in SQL: asked at the moment of sending, by mail and to
 * devices alike. Each part of the product answers for its own kinds and says false of all others.
 */
export function isWanted(id: string): string {
  return `(dossier_takes_message(${id}) and (message_is_wanted(${id}) or account_message_is_wanted(${id})
    or ending_message_is_wanted(${id}) or signal_message_is_wanted(${id}) or assessment_message_is_wanted(${id})
    or meeting_message_is_wanted(${id}) or app_message_is_wanted(${id})))`
}
