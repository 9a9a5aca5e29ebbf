-- What the case director opens to a family account beside a plan and its parts. On its own: PostgreSQL lets no transaction
-- use a value that it adds (docs/decisions/0044).
ALTER TYPE "subject_kind" ADD VALUE 'assessment';
ALTER TYPE "subject_kind" ADD VALUE 'measurement';
