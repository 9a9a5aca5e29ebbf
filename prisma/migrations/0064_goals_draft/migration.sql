-- New safety goals after an extra assessment while they are being written: each director's own, saved as it is typed, so that a
-- session that ends or a page that is loaded again loses nothing. Nobody else reads it; it goes when the goals are in force.
CREATE TABLE "goals_draft" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goals_draft_pkey" PRIMARY KEY ("family_id","id")
);
CREATE UNIQUE INDEX "goals_draft_family_id_assessment_id_person_id_key" ON "goals_draft"("family_id", "assessment_id", "person_id");
ALTER TABLE "goals_draft" ADD CONSTRAINT "goals_draft_family_id_assessment_id_fkey" FOREIGN KEY ("family_id", "assessment_id") REFERENCES "safety_assessment"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goals_draft" ADD CONSTRAINT "goals_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

call guard('goals_draft', $$(select viewer_is('caseDirector')) and person_id = (select viewer_person())$$,
  $$(select viewer_is('caseDirector')) and person_id = (select viewer_person())
    and assessment_id in (select id from safety_assessment where kind = 'extra' and closed_at is not null)$$,
  'insert, update, delete', 'assessment_id, person_id');
