-- The risk assessment of GIPS 2: facts that save themselves while they are typed, marks beside them, and who reads what.

-- AlterTable
ALTER TABLE "risk_factor_rating" ALTER COLUMN "presence" DROP NOT NULL,
ADD COLUMN     "facts_saved_at" TIMESTAMPTZ(3),
ADD COLUMN     "facts_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "risk_facts_save" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rating_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_facts_save_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "risk_factor_rating_family_id_plan_id_factor_key" ON "risk_factor_rating"("family_id", "plan_id", "factor");

-- AddForeignKey
ALTER TABLE "risk_facts_save" ADD CONSTRAINT "risk_facts_save_family_id_rating_id_fkey" FOREIGN KEY ("family_id", "rating_id") REFERENCES "risk_factor_rating"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What plays no part here is neither crucial nor changeable.
alter table risk_factor_rating add constraint risk_marks_fit_presence
  check ((presence is not null and presence in ('possible', 'present')) or not (is_crucial or is_changeable));

-- A factor is read and hidden like one answer, and follows whom it is about: what is known of one parent's illness is not
-- the other's to read because the plan is. Its place never changes, and nothing is taken away.
drop policy reads on risk_factor_rating;
drop policy adds on risk_factor_rating;
drop policy changes on risk_factor_rating;
drop policy removes on risk_factor_rating;
revoke insert, update, delete on risk_factor_rating from gips_app;
call guard('risk_factor_rating',
  $$plan_id in (select readable_plans()) and ((select sees_everything())
    or may_see('answer', id, about_member_id, author_person_id))$$,
  $$plan_id in (select writable_plans())$$, 'insert, update', 'plan_id, factor');
-- The numbers of saves: for whoever may write the facts.
call guard('risk_facts_save',
  $$rating_id in (select id from risk_factor_rating where plan_id in (select writable_plans()))$$,
  $$rating_id in (select id from risk_factor_rating where plan_id in (select writable_plans()))$$, 'insert');

-- A place in the TOP-3 follows what stands in it, also when that is a risk factor.
drop policy reads on top_three_decision;
create policy reads on top_three_decision for select to gips_app using (family_id = (select entered_family())
  and plan_id in (select readable_plans())
  and ((select sees_everything())
    or ((concern_id is null or concern_id in (select id from concern))
      and (risk_factor is null or exists (
        select from risk_factor_rating r
        where r.plan_id = top_three_decision.plan_id and r.factor = top_three_decision.risk_factor)))));

-- As before; a row of the TOP-3 whose subject is a risk factor is hidden with that factor.
create or replace function sees_plan_row(p_family uuid, p_person uuid, p_roles text[], p_member uuid,
  p_kind frozen_kind, p_subject uuid, p_about uuid, p_author uuid, p_own_words boolean)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_row(p_family, p_person, p_roles, p_member,
      case when p_kind in ('answer', 'response', 'proposal', 'score', 'decision') then 'answer'
        when p_kind = 'topThree' and exists (
          select from risk_factor_rating r where r.family_id = p_family and r.id = p_subject) then 'answer'
        when p_kind in ('concern', 'topThree') then 'concern' when p_kind = 'goal' then 'goal'
        when p_kind = 'agreement' then 'agreement' else 'plan' end::subject_kind,
      p_subject, p_about, p_author,
      p_own_words or (p_kind in ('response', 'proposal') and (p_about is null or is_child(p_about)))
        or (p_kind = 'score' and exists (
          select from safety_score s where s.family_id = p_family and s.id = p_subject
            and (s.scorer_network_id is not null or is_child(s.scorer_member_id)))))
    and not (p_kind = 'topThree' and p_own_words and 'family' = any (p_roles))
$$;

-- As before, and the risk factors that a goal quotes.
create or replace function hidden_quotes() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when sees_everything() then '{}' else array(
    select person_id from dossier_people() where is_shielded
    union all select id from dossier_network() where is_hidden
    union all select c.id from concern c, (
        select entered_family() as fam, viewer_person() as me, viewer_roles() as roles, viewer_member() as self) v
      where c.family_id = v.fam
        and not sees_row(v.fam, v.me, v.roles, v.self, 'concern', c.id, c.about_member_id, c.author_person_id, false)
    union all select r.id from risk_factor_rating r, (
        select entered_family() as fam, viewer_person() as me, viewer_roles() as roles, viewer_member() as self) v
      where r.family_id = v.fam
        and not sees_row(v.fam, v.me, v.roles, v.self, 'answer', r.id, r.about_member_id, r.author_person_id, false)) end
$$;
