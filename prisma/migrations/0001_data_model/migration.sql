-- CreateEnum
CREATE TYPE "platform_role_kind" AS ENUM ('administrator', 'regionCoordinator', 'institute');

-- CreateEnum
CREATE TYPE "sector" AS ENUM ('care', 'education', 'youthHelp', 'youthProtection', 'mentalHealth', 'municipality', 'safetyJustice');

-- CreateEnum
CREATE TYPE "dossier_role" AS ENUM ('caseDirector', 'deputy', 'gipsMaster', 'noteTaker', 'professional', 'caseManager');

-- CreateEnum
CREATE TYPE "family_account_role" AS ENUM ('parent', 'child', 'carer');

-- CreateEnum
CREATE TYPE "member_kind" AS ENUM ('child', 'unborn', 'parent', 'stepParent', 'carer');

-- CreateEnum
CREATE TYPE "family_state" AS ENUM ('intake', 'active', 'aftercare', 'closed', 'erased');

-- CreateEnum
CREATE TYPE "adult_relation" AS ENUM ('biologicalParent', 'stepParent', 'adoptiveParent', 'carer');

-- CreateEnum
CREATE TYPE "contact_arrangement" AS ENUM ('free', 'supervised', 'none');

-- CreateEnum
CREATE TYPE "residence_kind" AS ENUM ('home', 'network', 'foster', 'institution');

-- CreateEnum
CREATE TYPE "residence_term" AS ENUM ('temporary', 'permanent', 'returned');

-- CreateEnum
CREATE TYPE "protection_kind" AS ENUM ('supervision', 'custody', 'guardianship', 'outOfHomePlacement', 'temporaryRestraint', 'other');

-- CreateEnum
CREATE TYPE "consent_state" AS ENUM ('asked', 'signed', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('triage', 'consent', 'riskInstrument', 'other');

-- CreateEnum
CREATE TYPE "plan_kind" AS ENUM ('gips1', 'gips2', 'gips3', 'gips4', 'gips5');

-- CreateEnum
CREATE TYPE "plan_state" AS ENUM ('preparation', 'invited', 'meeting', 'provisional', 'definitive');

-- CreateEnum
CREATE TYPE "part_of_day" AS ENUM ('morning', 'afternoon');

-- CreateEnum
CREATE TYPE "participant_role" AS ENUM ('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'family', 'network');

-- CreateEnum
CREATE TYPE "attendance" AS ENUM ('unknown', 'present', 'absent');

-- CreateEnum
CREATE TYPE "invitation_answer" AS ENUM ('none', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "assessment_kind" AS ENUM ('meeting', 'extra');

-- CreateEnum
CREATE TYPE "score_side" AS ENUM ('professional', 'family', 'network');

-- CreateEnum
CREATE TYPE "goal_kind" AS ENUM ('safety', 'risk', 'recovery', 'followUp', 'execution');

-- CreateEnum
CREATE TYPE "goal_review_result" AS ENUM ('reached', 'partly', 'notReached');

-- CreateEnum
CREATE TYPE "rhythm" AS ENUM ('once', 'daily', 'weekly', 'monthly');

-- CreateEnum
CREATE TYPE "tick_state" AS ENUM ('done', 'partly', 'notDone');

-- CreateEnum
CREATE TYPE "response_kind" AS ENUM ('agree', 'change', 'refuse', 'notReached', 'notAsked');

-- CreateEnum
CREATE TYPE "proposal_decision" AS ENUM ('adopted', 'adapted', 'declined');

-- CreateEnum
CREATE TYPE "frozen_kind" AS ENUM ('section', 'item', 'answer', 'score', 'concern', 'topThree', 'decision', 'goal', 'agreement', 'response', 'proposal');

-- CreateEnum
CREATE TYPE "risk_presence" AS ENUM ('notPresent', 'possible', 'present', 'unknown');

-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('dossier', 'memberDetails', 'memberContact', 'plan', 'answer', 'concern', 'goal', 'agreement', 'document', 'teamMember');

-- CreateEnum
CREATE TYPE "shield_audience" AS ENUM ('account', 'allFamily', 'professionalsElsewhere');

-- CreateEnum
CREATE TYPE "signal_urgency" AS ENUM ('now', 'today', 'thisWeek');

-- CreateEnum
CREATE TYPE "signal_state" AS ENUM ('reported', 'acknowledged', 'closed');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('visit', 'phone', 'video', 'information');

-- CreateEnum
CREATE TYPE "issue_kind" AS ENUM ('noFittingHelp', 'failingHelp', 'waitingList', 'cooperation', 'other');

-- CreateEnum
CREATE TYPE "issue_level" AS ENUM ('leadProvider', 'ownTeam', 'management', 'municipality', 'resolved');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'dead', 'cancelled');

-- CreateEnum
CREATE TYPE "account_link_kind" AS ENUM ('invitation', 'reset');

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sector" "sector" NOT NULL,
    "place" TEXT,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "profession" TEXT,
    "phone" TEXT,
    "photo_id" UUID,
    "organisation_id" UUID,
    "guideline_accepted_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "totp_secret" BYTEA,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_role" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "platform_role_kind" NOT NULL,
    "region_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "platform_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "account_link_kind" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "pending_totp_secret" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_failure" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_failure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "chair_certification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "certified_on" DATE,
    "supervisor_id" UUID,
    "ended_on" DATE,

    CONSTRAINT "chair_certification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_note" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "supervision_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region_id" UUID NOT NULL,
    "state" "family_state" NOT NULL,
    "direction_organisation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_on" DATE,
    "ended_on" DATE,
    "end_reason" TEXT,
    "retention_until" DATE,
    "legal_hold" BOOLEAN NOT NULL DEFAULT false,
    "key_id" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,

    CONSTRAINT "family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "triage_received_on" DATE,
    "triage_complete" BOOLEAN,
    "forms_of_unsafety" TEXT[],
    "directions" TEXT[],
    "structural_facts" TEXT,
    "danger_averted" TEXT,
    "danger_averted_until" DATE,
    "reported_at" TIMESTAMPTZ(3),
    "first_action_at" TIMESTAMPTZ(3),
    "framework_kind" TEXT,
    "framework_from" DATE,
    "framework_until" DATE,
    "family_plan_offered" BOOLEAN,
    "family_plan_chosen" BOOLEAN,
    "explained_on" DATE,
    "consent_asked_on" DATE,
    "history_of_help" TEXT,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "team_membership" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "dossier_role" NOT NULL,
    "plan_id" UUID,
    "works_with_all" BOOLEAN NOT NULL DEFAULT false,
    "lead_provider" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "recorded_by_id" UUID,

    CONSTRAINT "team_membership_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "membership_member" (
    "family_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "membership_member_pkey" PRIMARY KEY ("family_id","membership_id","member_id")
);

-- CreateTable
CREATE TABLE "family_access" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "role" "family_account_role" NOT NULL,
    "agreed_on" DATE,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "family_access_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "family_member" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "member_kind" NOT NULL,
    "first_names" TEXT NOT NULL,
    "prefix" TEXT,
    "surname" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "moved_out_on" DATE,
    "deceased_on" DATE,

    CONSTRAINT "family_member_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "member_details" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "birth_date" DATE,
    "due_date" DATE,
    "interpreter" TEXT,
    "safe_channel" TEXT,
    "justice_involvement" TEXT,

    CONSTRAINT "member_details_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "member_contact" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "member_contact_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "child_adult" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "adult_id" UUID NOT NULL,
    "relation" "adult_relation" NOT NULL,
    "has_authority" BOOLEAN NOT NULL DEFAULT false,
    "contact" "contact_arrangement",
    "contact_note" TEXT,

    CONSTRAINT "child_adult_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "residence" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "residence_kind" NOT NULL,
    "term" "residence_term" NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "note" TEXT,

    CONSTRAINT "residence_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "protection_measure" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "protection_kind" NOT NULL,
    "court" TEXT,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "protection_measure_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "state" "consent_state" NOT NULL,
    "decided_on" DATE NOT NULL,
    "scope" TEXT NOT NULL,
    "document_id" UUID,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "network_person" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "related_member_id" UUID,
    "offered_help" TEXT,
    "ended_on" DATE,

    CONSTRAINT "network_person_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "network_contact" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "network_person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "network_contact_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "confidant" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "network_person_id" UUID,
    "adult_member_id" UUID,
    "not_needed_reason" TEXT,

    CONSTRAINT "confidant_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "document" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "dated_on" DATE NOT NULL,
    "summary" TEXT NOT NULL,
    "about_member_id" UUID,
    "author_person_id" UUID,
    "file_name" TEXT,
    "media_type" TEXT,
    "sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "plan" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "plan_kind" NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "about_member_id" UUID,
    "agenda_version" INTEGER NOT NULL,
    "state" "plan_state" NOT NULL DEFAULT 'preparation',
    "version" INTEGER NOT NULL DEFAULT 0,
    "state_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "invited_at" TIMESTAMPTZ(3),
    "provisional_at" TIMESTAMPTZ(3),
    "minimum_exception_reason" TEXT,
    "checklist_done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,
    "adopted_by_id" UUID NOT NULL,
    "reason" TEXT,
    "manifest" JSONB NOT NULL,
    "root_hash" TEXT NOT NULL,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "frozen_row" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "frozen_kind" NOT NULL,
    "section_key" TEXT NOT NULL,
    "item_key" TEXT,
    "subject_id" UUID,
    "about_member_id" UUID,
    "author_person_id" UUID,
    "is_own_words" BOOLEAN NOT NULL DEFAULT false,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "frozen_row_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "plan_viewing" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "viewed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_viewing_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "held_on" DATE,
    "part" "part_of_day",
    "place" TEXT,
    "place_is_fit" BOOLEAN NOT NULL DEFAULT false,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "current_item" TEXT,
    "current_item_since" TIMESTAMPTZ(3),
    "projector_hidden" BOOLEAN NOT NULL DEFAULT false,
    "sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "participant" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "role" "participant_role" NOT NULL,
    "person_id" UUID,
    "member_id" UUID,
    "network_person_id" UUID,
    "invitation_answer" "invitation_answer" NOT NULL DEFAULT 'none',
    "attendance" "attendance" NOT NULL DEFAULT 'unknown',
    "admitted_reason" TEXT,
    "is_admitted" BOOLEAN NOT NULL DEFAULT false,
    "rating_score" DECIMAL(3,1),
    "rating_went_well" TEXT,
    "rating_better" TEXT,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "projector_pass" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "projector_pass_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "answer" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "respondent_member_id" UUID,
    "respondent_network_id" UUID,
    "respondent_person_id" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "applies" BOOLEAN,
    "version" INTEGER NOT NULL DEFAULT 0,
    "about_member_id" UUID,
    "is_own_words" BOOLEAN NOT NULL DEFAULT false,
    "author_person_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "answer_version" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "author_person_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_version_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "answer_save" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_save_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "plan_response" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "member_id" UUID,
    "network_person_id" UUID,
    "response" "response_kind" NOT NULL,
    "words" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author_person_id" UUID,

    CONSTRAINT "plan_response_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "response_id" UUID,
    "about_member_id" UUID,
    "text" TEXT NOT NULL,
    "decision" "proposal_decision",
    "decision_reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "integrity_checklist" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "integrity_checklist_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "safety_assessment" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "assessment_kind" NOT NULL,
    "plan_id" UUID,
    "question" TEXT,
    "deadline" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "minimum_met" BOOLEAN,
    "minimum_reason" TEXT,
    "conclusion" TEXT,

    CONSTRAINT "safety_assessment_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "assessed_member" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "dropped_reason" TEXT,

    CONSTRAINT "assessed_member_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "safety_score" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "side" "score_side" NOT NULL,
    "scorer_person_id" UUID,
    "scorer_member_id" UUID,
    "scorer_network_id" UUID,
    "score" DECIMAL(3,1),
    "cannot_judge" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "one_point_higher" TEXT NOT NULL DEFAULT '',
    "situation" TEXT,
    "under_six_answer" TEXT,
    "about_member_id" UUID NOT NULL,
    "author_person_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "safety_score_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "safety_signal" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" INTEGER NOT NULL,
    "urgency" "signal_urgency" NOT NULL,
    "state" "signal_state" NOT NULL DEFAULT 'reported',
    "happened" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3),
    "reporter_person_id" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "safety_signal_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "signal_member" (
    "family_id" UUID NOT NULL,
    "signal_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "signal_member_pkey" PRIMARY KEY ("family_id","signal_id","member_id")
);

-- CreateTable
CREATE TABLE "signal_view" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "view" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "signal_view_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "assessment_invitee" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "direct_measures" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_invitee_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "measured_on" DATE NOT NULL,
    "contact" "contact_kind" NOT NULL,
    "current_safety" DECIMAL(3,1) NOT NULL,
    "lasting_safety" DECIMAL(3,1) NOT NULL,
    "explanation" TEXT NOT NULL,
    "author_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "concern" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "harmful_effect" TEXT,
    "is_reported" BOOLEAN NOT NULL DEFAULT false,
    "about_member_id" UUID,
    "author_person_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "concern_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "top_three_choice" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "concern_id" UUID,
    "risk_factor" TEXT,
    "person_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "is_draft" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "top_three_choice_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "top_three_decision" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "concern_id" UUID,
    "risk_factor" TEXT,
    "rank" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "harmful_effect" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "top_three_decision_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "risk_factor_rating" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "factor" TEXT NOT NULL,
    "about_member_id" UUID,
    "presence" "risk_presence" NOT NULL,
    "facts" TEXT NOT NULL DEFAULT '',
    "is_crucial" BOOLEAN NOT NULL DEFAULT false,
    "is_changeable" BOOLEAN NOT NULL DEFAULT false,
    "still_unsafe" BOOLEAN,
    "author_person_id" UUID,

    CONSTRAINT "risk_factor_rating_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "goal" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "goal_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "concern_id" UUID,
    "risk_factor" TEXT,
    "about_member_id" UUID,
    "expected_effect" DECIMAL(3,1),
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "author_person_id" UUID,
    "adopted_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,
    "closed_by_id" UUID,
    "follows_goal_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "goal_review" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "result" "goal_review_result" NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "goal_review_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "goal_evaluation" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID,
    "member_id" UUID,
    "network_person_id" UUID,
    "percent" INTEGER NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "goal_evaluation_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "goal_verdict" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "is_good_enough" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "goal_verdict_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "about_member_id" UUID,
    "due_on" DATE,
    "rhythm" "rhythm" NOT NULL DEFAULT 'once',
    "rhythm_until" DATE,
    "by_everyone" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "author_person_id" UUID,
    "in_force_at" TIMESTAMPTZ(3),
    "state" "tick_state",
    "state_at" TIMESTAMPTZ(3),
    "dropped_at" TIMESTAMPTZ(3),
    "dropped_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "agreement_doer" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "person_id" UUID,
    "member_id" UUID,
    "network_person_id" UUID,

    CONSTRAINT "agreement_doer_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "agreement_goal" (
    "family_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,

    CONSTRAINT "agreement_goal_pkey" PRIMARY KEY ("family_id","agreement_id","goal_id")
);

-- CreateTable
CREATE TABLE "agreement_tick" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "state" "tick_state",
    "remark" TEXT NOT NULL DEFAULT '',
    "for_day" DATE,
    "person_id" UUID NOT NULL,
    "ticked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_tick_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "progress_meeting" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "author_person_id" UUID NOT NULL,

    CONSTRAINT "progress_meeting_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "progress_participant" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "progress_meeting_id" UUID NOT NULL,
    "person_id" UUID,
    "member_id" UUID,
    "network_person_id" UUID,
    "agrees" BOOLEAN,

    CONSTRAINT "progress_participant_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "issue" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "issue_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "goal_id" UUID,
    "owner_person_id" UUID NOT NULL,
    "level" "issue_level" NOT NULL DEFAULT 'leadProvider',
    "opened_on" DATE NOT NULL,
    "resolved_on" DATE,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "issue_step" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "level" "issue_level" NOT NULL,
    "note" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_step_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "shield" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" "subject_kind" NOT NULL,
    "subject_id" UUID,
    "audience" "shield_audience" NOT NULL,
    "person_id" UUID,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "shield_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "opening" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" "subject_kind" NOT NULL,
    "subject_id" UUID,
    "person_id" UUID NOT NULL,
    "set_by_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "opening_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "family_id" UUID,
    "payload" JSONB NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "message_id" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "transaction" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "family_id" UUID,
    "person_id" UUID,
    "person_name" TEXT,
    "session_id" UUID,
    "roles" TEXT[],
    "kind" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "subject" TEXT,
    "detail" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "chain" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "line_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("chain","position")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "chain" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "mac" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "test_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "moved_by" interval NOT NULL,

    CONSTRAINT "test_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "region_name_key" ON "region"("name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_person_id_code_hash_key" ON "recovery_code"("person_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "account_link_token_hash_key" ON "account_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "family_code_key" ON "family"("code");

-- CreateIndex
CREATE UNIQUE INDEX "intake_family_id_key" ON "intake"("family_id");

-- CreateIndex
CREATE INDEX "team_membership_person_id_idx" ON "team_membership"("person_id");

-- CreateIndex
CREATE INDEX "family_access_person_id_idx" ON "family_access"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_details_family_id_member_id_key" ON "member_details"("family_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_contact_family_id_member_id_key" ON "member_contact"("family_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "child_adult_family_id_child_id_adult_id_key" ON "child_adult"("family_id", "child_id", "adult_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_contact_family_id_network_person_id_key" ON "network_contact"("family_id", "network_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_family_id_kind_ordinal_key" ON "plan"("family_id", "kind", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_family_id_plan_id_number_key" ON "plan_version"("family_id", "plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_viewing_family_id_plan_id_person_id_key" ON "plan_viewing"("family_id", "plan_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_family_id_plan_id_key" ON "meeting"("family_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "projector_pass_token_hash_key" ON "projector_pass"("token_hash");

-- CreateIndex
CREATE INDEX "answer_family_id_plan_id_item_key_idx" ON "answer"("family_id", "plan_id", "item_key");

-- CreateIndex
CREATE UNIQUE INDEX "answer_version_family_id_answer_id_version_key" ON "answer_version"("family_id", "answer_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "integrity_checklist_family_id_plan_id_key" ON "integrity_checklist"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "safety_assessment_family_id_closed_at_idx" ON "safety_assessment"("family_id", "closed_at");

-- CreateIndex
CREATE UNIQUE INDEX "assessed_member_family_id_assessment_id_member_id_key" ON "assessed_member"("family_id", "assessment_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_invitee_family_id_assessment_id_person_id_key" ON "assessment_invitee"("family_id", "assessment_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "top_three_choice_family_id_plan_id_person_id_rank_is_draft_key" ON "top_three_choice"("family_id", "plan_id", "person_id", "rank", "is_draft");

-- CreateIndex
CREATE UNIQUE INDEX "top_three_decision_family_id_plan_id_rank_key" ON "top_three_decision"("family_id", "plan_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "goal_review_family_id_goal_id_plan_id_key" ON "goal_review"("family_id", "goal_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "goal_verdict_family_id_goal_id_plan_id_key" ON "goal_verdict"("family_id", "goal_id", "plan_id");

-- CreateIndex
CREATE INDEX "agreement_family_id_due_on_idx" ON "agreement"("family_id", "due_on");

-- CreateIndex
CREATE INDEX "agreement_doer_person_id_idx" ON "agreement_doer"("person_id");

-- CreateIndex
CREATE INDEX "shield_family_id_subject_subject_id_idx" ON "shield"("family_id", "subject", "subject_id");

-- CreateIndex
CREATE INDEX "opening_family_id_person_id_idx" ON "opening"("family_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_key_key" ON "message"("key");

-- CreateIndex
CREATE UNIQUE INDEX "message_message_id_key" ON "message"("message_id");

-- CreateIndex
CREATE INDEX "audit_line_family_id_id_idx" ON "audit_line"("family_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_line_id_key" ON "audit_seal"("line_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "platform_role" ADD CONSTRAINT "platform_role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "platform_role" ADD CONSTRAINT "platform_role_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "chair_certification" ADD CONSTRAINT "chair_certification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "chair_certification" ADD CONSTRAINT "chair_certification_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "supervision_note" ADD CONSTRAINT "supervision_note_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "supervision_note" ADD CONSTRAINT "supervision_note_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family" ADD CONSTRAINT "family_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family" ADD CONSTRAINT "family_direction_organisation_id_fkey" FOREIGN KEY ("direction_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "membership_member" ADD CONSTRAINT "membership_member_family_id_membership_id_fkey" FOREIGN KEY ("family_id", "membership_id") REFERENCES "team_membership"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "membership_member" ADD CONSTRAINT "membership_member_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_access" ADD CONSTRAINT "family_access_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_access" ADD CONSTRAINT "family_access_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_access" ADD CONSTRAINT "family_access_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member_details" ADD CONSTRAINT "member_details_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member_contact" ADD CONSTRAINT "member_contact_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "child_adult" ADD CONSTRAINT "child_adult_family_id_child_id_fkey" FOREIGN KEY ("family_id", "child_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "child_adult" ADD CONSTRAINT "child_adult_family_id_adult_id_fkey" FOREIGN KEY ("family_id", "adult_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "residence" ADD CONSTRAINT "residence_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "protection_measure" ADD CONSTRAINT "protection_measure_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_family_id_document_id_fkey" FOREIGN KEY ("family_id", "document_id") REFERENCES "document"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "network_person" ADD CONSTRAINT "network_person_family_id_related_member_id_fkey" FOREIGN KEY ("family_id", "related_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "network_person" ADD CONSTRAINT "network_person_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "network_contact" ADD CONSTRAINT "network_contact_family_id_network_person_id_fkey" FOREIGN KEY ("family_id", "network_person_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "confidant" ADD CONSTRAINT "confidant_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "confidant" ADD CONSTRAINT "confidant_family_id_network_person_id_fkey" FOREIGN KEY ("family_id", "network_person_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "confidant" ADD CONSTRAINT "confidant_family_id_adult_member_id_fkey" FOREIGN KEY ("family_id", "adult_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_adopted_by_id_fkey" FOREIGN KEY ("adopted_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "frozen_row" ADD CONSTRAINT "frozen_row_family_id_plan_version_id_fkey" FOREIGN KEY ("family_id", "plan_version_id") REFERENCES "plan_version"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "frozen_row" ADD CONSTRAINT "frozen_row_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_viewing" ADD CONSTRAINT "plan_viewing_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_viewing" ADD CONSTRAINT "plan_viewing_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_family_id_meeting_id_fkey" FOREIGN KEY ("family_id", "meeting_id") REFERENCES "meeting"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_family_id_network_person_id_fkey" FOREIGN KEY ("family_id", "network_person_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "projector_pass" ADD CONSTRAINT "projector_pass_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "projector_pass" ADD CONSTRAINT "projector_pass_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_family_id_respondent_member_id_fkey" FOREIGN KEY ("family_id", "respondent_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_family_id_respondent_network_id_fkey" FOREIGN KEY ("family_id", "respondent_network_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_respondent_person_id_fkey" FOREIGN KEY ("respondent_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_version" ADD CONSTRAINT "answer_version_family_id_answer_id_fkey" FOREIGN KEY ("family_id", "answer_id") REFERENCES "answer"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_version" ADD CONSTRAINT "answer_version_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_save" ADD CONSTRAINT "answer_save_family_id_answer_id_fkey" FOREIGN KEY ("family_id", "answer_id") REFERENCES "answer"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_response" ADD CONSTRAINT "plan_response_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_response" ADD CONSTRAINT "plan_response_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_response" ADD CONSTRAINT "plan_response_family_id_network_person_id_fkey" FOREIGN KEY ("family_id", "network_person_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_response" ADD CONSTRAINT "plan_response_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_family_id_response_id_fkey" FOREIGN KEY ("family_id", "response_id") REFERENCES "plan_response"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "integrity_checklist" ADD CONSTRAINT "integrity_checklist_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_assessment" ADD CONSTRAINT "safety_assessment_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_assessment" ADD CONSTRAINT "safety_assessment_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessed_member" ADD CONSTRAINT "assessed_member_family_id_assessment_id_fkey" FOREIGN KEY ("family_id", "assessment_id") REFERENCES "safety_assessment"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessed_member" ADD CONSTRAINT "assessed_member_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_score" ADD CONSTRAINT "safety_score_family_id_assessment_id_fkey" FOREIGN KEY ("family_id", "assessment_id") REFERENCES "safety_assessment"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_score" ADD CONSTRAINT "safety_score_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_score" ADD CONSTRAINT "safety_score_scorer_person_id_fkey" FOREIGN KEY ("scorer_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_score" ADD CONSTRAINT "safety_score_family_id_scorer_member_id_fkey" FOREIGN KEY ("family_id", "scorer_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_score" ADD CONSTRAINT "safety_score_family_id_scorer_network_id_fkey" FOREIGN KEY ("family_id", "scorer_network_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_score" ADD CONSTRAINT "safety_score_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_score" ADD CONSTRAINT "safety_score_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_signal" ADD CONSTRAINT "safety_signal_reporter_person_id_fkey" FOREIGN KEY ("reporter_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_signal" ADD CONSTRAINT "safety_signal_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safety_signal" ADD CONSTRAINT "safety_signal_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_member" ADD CONSTRAINT "signal_member_family_id_signal_id_fkey" FOREIGN KEY ("family_id", "signal_id") REFERENCES "safety_signal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_member" ADD CONSTRAINT "signal_member_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_view" ADD CONSTRAINT "signal_view_family_id_signal_id_fkey" FOREIGN KEY ("family_id", "signal_id") REFERENCES "safety_signal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_view" ADD CONSTRAINT "signal_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessment_invitee" ADD CONSTRAINT "assessment_invitee_family_id_assessment_id_fkey" FOREIGN KEY ("family_id", "assessment_id") REFERENCES "safety_assessment"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessment_invitee" ADD CONSTRAINT "assessment_invitee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_family_id_child_id_fkey" FOREIGN KEY ("family_id", "child_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_choice" ADD CONSTRAINT "top_three_choice_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_choice" ADD CONSTRAINT "top_three_choice_family_id_concern_id_fkey" FOREIGN KEY ("family_id", "concern_id") REFERENCES "concern"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_choice" ADD CONSTRAINT "top_three_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_decision" ADD CONSTRAINT "top_three_decision_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_decision" ADD CONSTRAINT "top_three_decision_family_id_concern_id_fkey" FOREIGN KEY ("family_id", "concern_id") REFERENCES "concern"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "risk_factor_rating" ADD CONSTRAINT "risk_factor_rating_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "risk_factor_rating" ADD CONSTRAINT "risk_factor_rating_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "risk_factor_rating" ADD CONSTRAINT "risk_factor_rating_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_family_id_concern_id_fkey" FOREIGN KEY ("family_id", "concern_id") REFERENCES "concern"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_family_id_follows_goal_id_fkey" FOREIGN KEY ("family_id", "follows_goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_review" ADD CONSTRAINT "goal_review_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_review" ADD CONSTRAINT "goal_review_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_evaluation" ADD CONSTRAINT "goal_evaluation_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_evaluation" ADD CONSTRAINT "goal_evaluation_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_evaluation" ADD CONSTRAINT "goal_evaluation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_evaluation" ADD CONSTRAINT "goal_evaluation_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_evaluation" ADD CONSTRAINT "goal_evaluation_family_id_network_person_id_fkey" FOREIGN KEY ("family_id", "network_person_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_verdict" ADD CONSTRAINT "goal_verdict_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_verdict" ADD CONSTRAINT "goal_verdict_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_doer" ADD CONSTRAINT "agreement_doer_family_id_agreement_id_fkey" FOREIGN KEY ("family_id", "agreement_id") REFERENCES "agreement"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_doer" ADD CONSTRAINT "agreement_doer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_doer" ADD CONSTRAINT "agreement_doer_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_doer" ADD CONSTRAINT "agreement_doer_family_id_network_person_id_fkey" FOREIGN KEY ("family_id", "network_person_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_goal" ADD CONSTRAINT "agreement_goal_family_id_agreement_id_fkey" FOREIGN KEY ("family_id", "agreement_id") REFERENCES "agreement"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_goal" ADD CONSTRAINT "agreement_goal_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_tick" ADD CONSTRAINT "agreement_tick_family_id_agreement_id_fkey" FOREIGN KEY ("family_id", "agreement_id") REFERENCES "agreement"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_tick" ADD CONSTRAINT "agreement_tick_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_meeting" ADD CONSTRAINT "progress_meeting_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_meeting" ADD CONSTRAINT "progress_meeting_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_participant" ADD CONSTRAINT "progress_participant_family_id_progress_meeting_id_fkey" FOREIGN KEY ("family_id", "progress_meeting_id") REFERENCES "progress_meeting"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_participant" ADD CONSTRAINT "progress_participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_participant" ADD CONSTRAINT "progress_participant_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_participant" ADD CONSTRAINT "progress_participant_family_id_network_person_id_fkey" FOREIGN KEY ("family_id", "network_person_id") REFERENCES "network_person"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_owner_person_id_fkey" FOREIGN KEY ("owner_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issue_step" ADD CONSTRAINT "issue_step_family_id_issue_id_fkey" FOREIGN KEY ("family_id", "issue_id") REFERENCES "issue"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issue_step" ADD CONSTRAINT "issue_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "shield" ADD CONSTRAINT "shield_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "shield" ADD CONSTRAINT "shield_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "shield" ADD CONSTRAINT "shield_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
