-- Reminders by the clock: what somebody is told once, in which mail, and what each person chose about such mail
-- (docs/decisions/0031). The rules are in 0038: a new state cannot be used in the transaction that adds it.

-- AlterEnum
ALTER TYPE "message_state" ADD VALUE 'dropped';

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "dropped_reason" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "digest_weekday" INTEGER,
ADD COLUMN     "mail_left_out" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "reminder" (
    "family_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "occurrence" TEXT NOT NULL,
    "message_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("family_id","kind","subject_id","person_id","occurrence")
);

-- CreateIndex
CREATE INDEX "reminder_message_id_idx" ON "reminder"("message_id");

-- CreateIndex
CREATE INDEX "agreement_tick_family_id_agreement_id_idx" ON "agreement_tick"("family_id", "agreement_id");

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table person alter column mail_left_out set not null;
alter table person add constraint digest_on_a_weekday check (digest_weekday between 1 and 5);

-- No request reads or writes it: the worker does, through the functions of 0038.
alter table reminder enable row level security;

-- What waits for a mail: asked every few minutes.
create index reminder_untold on reminder (person_id) where message_id is null;

-- Agreements in force by their day: asked every few minutes over all dossiers.
create index agreement_in_force_by_day on agreement (due_on) where in_force_at is not null and dropped_at is null;
