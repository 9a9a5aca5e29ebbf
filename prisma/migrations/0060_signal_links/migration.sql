-- What came of a signal: an extra assessment, a safety goal or a meeting (docs/decisions/0042).
CREATE TABLE "signal_link" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signal_id" UUID NOT NULL,
    "assessment_id" UUID,
    "goal_id" UUID,
    "meeting_id" UUID,
    "linked_by_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signal_link_pkey" PRIMARY KEY ("family_id","id")
);
CREATE UNIQUE INDEX "signal_link_family_id_signal_id_assessment_id_key" ON "signal_link"("family_id", "signal_id", "assessment_id");
CREATE UNIQUE INDEX "signal_link_family_id_signal_id_goal_id_key" ON "signal_link"("family_id", "signal_id", "goal_id");
CREATE UNIQUE INDEX "signal_link_family_id_signal_id_meeting_id_key" ON "signal_link"("family_id", "signal_id", "meeting_id");
ALTER TABLE "signal_link" ADD CONSTRAINT "signal_link_family_id_signal_id_fkey" FOREIGN KEY ("family_id", "signal_id") REFERENCES "safety_signal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signal_link" ADD CONSTRAINT "signal_link_family_id_assessment_id_fkey" FOREIGN KEY ("family_id", "assessment_id") REFERENCES "safety_assessment"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signal_link" ADD CONSTRAINT "signal_link_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signal_link" ADD CONSTRAINT "signal_link_family_id_meeting_id_fkey" FOREIGN KEY ("family_id", "meeting_id") REFERENCES "meeting"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signal_link" ADD CONSTRAINT "signal_link_linked_by_id_fkey" FOREIGN KEY ("linked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table signal_link add constraint link_to_one_thing check (num_nonnulls(assessment_id, goal_id, meeting_id) = 1);

-- Read by who reads both ends, and by no family account: it knows of no extra assessment, and of the goal and the meeting it
-- does not know what they came from.
call guard('signal_link', $$not (select viewer_is('family')) and signal_id in (select id from safety_signal)
  and (assessment_id is null or assessment_id in (select id from safety_assessment))
  and (goal_id is null or goal_id in (select id from goal))
  and (meeting_id is null or meeting_id in (select id from meeting))$$,
  $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager')) and linked_by_id = (select viewer_person())
  and signal_id in (select id from safety_signal)
  and (assessment_id is null or assessment_id in (select id from safety_assessment where kind = 'extra'))
  and (goal_id is null or goal_id in (select id from goal where kind = 'safety' and adopted_at is not null))
  and (meeting_id is null or meeting_id in (select id from meeting where held_on is not null))$$, 'insert');
call lets('signal_link', 'delete', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager'))$$);

-- As before; what is taken back leaves no link behind.
create or replace function withdraw_assessment(p_assessment uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
begin
  perform 1 from safety_assessment a
    where a.family_id = fam and a.id = p_assessment and a.kind = 'extra' and a.closed_at is null for update;
  if not found or exists (
    select from safety_score s where s.family_id = fam and s.assessment_id = p_assessment and s.score is not null)
  then return false; end if;
  delete from signal_link l where l.family_id = fam and l.assessment_id = p_assessment;
  delete from safety_score s where s.family_id = fam and s.assessment_id = p_assessment;
  delete from assessment_invitee i where i.family_id = fam and i.assessment_id = p_assessment;
  delete from assessed_member m where m.family_id = fam and m.assessment_id = p_assessment;
  delete from safety_assessment a where a.family_id = fam and a.id = p_assessment;
  return true;
end $$;
