-- Each participant's own seat before and during a meeting (docs/decisions/0013): a TOP-3 in words of one's own that stays
-- private until the meeting gathers it, own safety scores from one's own account, and what a family account told itself.

-- CreateEnum
CREATE TYPE "draft_part" AS ENUM ('concern', 'reason');

-- CreateTable
CREATE TABLE "top_three_draft" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "may_be_used" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "top_three_draft_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "draft_text" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "part" "draft_part" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_text_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "draft_save" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_save_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "top_three_draft_family_id_plan_id_person_id_key" ON "top_three_draft"("family_id", "plan_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_text_family_id_draft_id_rank_part_key" ON "draft_text"("family_id", "draft_id", "rank", "part");

-- AddForeignKey
ALTER TABLE "top_three_draft" ADD CONSTRAINT "top_three_draft_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_draft" ADD CONSTRAINT "top_three_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "draft_text" ADD CONSTRAINT "draft_text_family_id_draft_id_fkey" FOREIGN KEY ("family_id", "draft_id") REFERENCES "top_three_draft"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "draft_save" ADD CONSTRAINT "draft_save_family_id_text_id_fkey" FOREIGN KEY ("family_id", "text_id") REFERENCES "draft_text"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "draft_text" ADD CONSTRAINT "draft_text_rank" CHECK ("rank" BETWEEN 1 AND 3);
ALTER TABLE "draft_text" ADD CONSTRAINT "draft_text_length" CHECK (char_length("text") <= 20000);

-- The own TOP-3 in preparation ------------------------------------------------------------------------------------------
-- Plans for which the viewer prepares a TOP-3: the director from the start, professionals once they are invited, until the
-- meeting is over; not who chairs that meeting, or takes its notes.
create function drafting_plans() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p, (select viewer_roles() as roles, viewer_person() as me) v
  where p.family_id = (select entered_family())
    and p.state in ('preparation', 'invited', 'meeting') and p.id in (select readable_plans())
    and v.roles && array['caseDirector', 'professional']
    and not exists (
      select from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
      where g.family_id = p.family_id and g.plan_id = p.id and t.person_id = v.me and t.role in ('gipsMaster', 'noteTaker'))
$$;

-- Only its author reads it. When that person lets the meeting use it, whoever writes in the meeting does too, while the
-- meeting lasts. No projector and no look through another's eyes (may_write: a session of one's own).
call guard('top_three_draft',
  $$(select may_write()) and (person_id = (select viewer_person())
    or (may_be_used and plan_id in (select id from plan where state = 'meeting') and plan_id in (select writable_plans())))$$,
  $$person_id = (select viewer_person()) and plan_id in (select drafting_plans())$$,
  'insert, update', 'plan_id, person_id');
call guard('draft_text', $$draft_id in (select id from top_three_draft)$$,
  $$draft_id in (select id from top_three_draft where person_id = (select viewer_person()) and plan_id in (select drafting_plans()))$$,
  'insert, update', 'draft_id, rank, part');
call guard('draft_save',
  $$text_id in (select t.id from draft_text t join top_three_draft d on d.id = t.draft_id where d.person_id = (select viewer_person()))$$,
  $$text_id in (select t.id from draft_text t join top_three_draft d on d.id = t.draft_id
    where d.person_id = (select viewer_person()) and d.plan_id in (select drafting_plans()))$$, 'insert');

-- Own safety scores -----------------------------------------------------------------------------------------------------
-- Plans at whose meeting the viewer has a seat from which scores are given: professionals, the case director and the
-- note-taker from the invitation on; of the family who was admitted, in the meeting itself. Never the neutral chair.
create function scoring_plans() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id
  from plan p
    join meeting g on g.family_id = p.family_id and g.plan_id = p.id
    join participant t on t.family_id = g.family_id and t.meeting_id = g.id,
    (select viewer_person() as me, viewer_member() as self, viewer_is('family') as is_family) v
  where p.family_id = (select entered_family()) and p.id in (select readable_plans()) and t.role <> 'gipsMaster' and case
    when v.is_family then t.member_id = v.self and t.is_admitted and p.state = 'meeting'
    else t.person_id = v.me and p.state in ('invited', 'meeting')
  end
$$;

-- Open assessments in which the viewer gives scores of their own: those of these meetings, and extra ones that asked them.
create function own_assessments() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from safety_assessment a
  where a.family_id = (select entered_family()) and a.closed_at is null and (
    a.plan_id in (select scoring_plans())
    or (a.kind = 'extra' and (select viewer_is('professional')) and exists (
      select from assessment_invitee i
      where i.family_id = a.family_id and i.assessment_id = a.id and i.person_id = (select viewer_person()))))
$$;

-- Assessments of plans for which the invitations are out: a family account reads in them what it gave itself.
create function called_assessments() returns table (assessment_id uuid, plan_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, p.id from safety_assessment a join plan p on p.family_id = a.family_id and p.id = a.plan_id
  where a.family_id = (select entered_family()) and (select viewer_is('family'))
    and p.state <> 'preparation' and p.id not in (select hidden_plans())
$$;

-- Makes the assessment of a plan's meeting at the first need, with every child on its list; nothing where there is one
-- already, or for who writes no score in it.
create function open_assessment(p_plan uuid, p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  if not may_write() or p_plan not in (select writable_plans() union select scoring_plans())
    or exists (select from safety_assessment a where a.family_id = fam and a.plan_id = p_plan and a.kind = 'meeting')
  then return;
  end if;
  insert into safety_assessment (family_id, id, kind, plan_id, opened_at) values (fam, p_id, 'meeting', p_plan, gips_now())
    on conflict do nothing;
  if found then
    insert into assessed_member (family_id, id, assessment_id, member_id)
    select fam, gen_random_uuid(), p_id, m.id from family_member m
    where m.family_id = fam and m.kind in ('child', 'unborn') and m.deceased_on is null;
  end if;
end $$;

-- As before, but an assessment and its list are made by that function, and else by the director alone.
alter policy adds on safety_assessment with check (
  family_id = (select entered_family()) and (select may_write()) and (select viewer_is('caseDirector')));
alter policy adds on assessed_member with check (
  family_id = (select entered_family()) and (select may_write()) and (select viewer_is('caseDirector')));

-- As before, and a family account reads the scores it gave itself once the invitations are out.
alter policy reads on safety_score using (
  family_id = (select entered_family())
  and (assessment_id in (select readable_assessments())
    or (scorer_member_id = (select viewer_member()) and assessment_id in (select c.assessment_id from called_assessments() c)))
  and ((select sees_everything()) or may_see('plan', id, about_member_id, author_person_id)));

-- Whether the viewer may write this score: whoever writes in the meeting every one, everyone else their own, from their
-- seat and in their own name.
create function writes_score(p_assessment uuid, p_person uuid, p_member uuid, p_about uuid, p_author uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from safety_assessment a
    where a.family_id = (select entered_family()) and a.id = p_assessment and a.closed_at is null and (
      viewer_is('caseDirector') or a.plan_id in (select writable_plans())
      or (a.id in (select own_assessments()) and p_author = viewer_person() and case
        when viewer_is('family') then p_member = viewer_member() and p_about = p_member
        else p_person = viewer_person()
      end)))
$$;
alter policy adds on safety_score with check (
  family_id = (select entered_family()) and (select may_write())
  and writes_score(assessment_id, scorer_person_id, scorer_member_id, about_member_id, author_person_id));
alter policy changes on safety_score
  using (family_id = (select entered_family()) and (select may_write())
    and writes_score(assessment_id, scorer_person_id, scorer_member_id, about_member_id, (select viewer_person())))
  with check (family_id = (select entered_family()) and (select may_write())
    and writes_score(assessment_id, scorer_person_id, scorer_member_id, about_member_id, author_person_id));

revoke execute on function drafting_plans(), scoring_plans(), own_assessments(), called_assessments(), open_assessment(uuid, uuid),
  writes_score(uuid, uuid, uuid, uuid, uuid)
  from public;
grant execute on function drafting_plans(), scoring_plans(), own_assessments(), called_assessments(), open_assessment(uuid, uuid),
  writes_score(uuid, uuid, uuid, uuid, uuid)
  to gips_app;
