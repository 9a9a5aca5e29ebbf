/**
 * Whether the message `m` may still be sent, in SQL: asked at the moment of sending, by mail and to devices alike. Each part of the
 * product answers for its own kinds and says false of all others.
 */
export const IS_WANTED = `(dossier_takes_message(m.id) and (message_is_wanted(m.id) or account_message_is_wanted(m.id)
  or ending_message_is_wanted(m.id) or signal_message_is_wanted(m.id) or assessment_message_is_wanted(m.id)
  or app_message_is_wanted(m.id)))`
