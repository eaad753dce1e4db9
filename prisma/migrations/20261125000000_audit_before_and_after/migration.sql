-- What was and what is now stand apart.
ALTER TABLE "AuditEvent" ADD COLUMN "before" JSONB, ADD COLUMN "after" JSONB;

UPDATE "AuditEvent" SET
  "before" = CASE
    WHEN "details" ? 'formerTrainer' AND "details" ? 'trainerId'
      THEN jsonb_build_object('trainerId', "details" -> 'formerTrainer')
    WHEN "action" IN ('students-unseated', 'participant-let-in') THEN "details" END,
  "after" = CASE
    WHEN "action" IN ('students-unseated', 'participant-let-in') THEN NULL
    WHEN "details" ? 'title' THEN "details" - 'formerTrainer' - 'title' || '{"titleChanged": true}'
    ELSE nullif("details" - 'formerTrainer', '{}') END;

ALTER TABLE "AuditEvent" DROP COLUMN "details";

DROP INDEX "AuditEvent_at_idx";
DROP INDEX "AuditEvent_subject_subjectId_at_idx";

-- CreateIndex
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_id_idx" ON "AuditEvent"("actorId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_at_id_idx" ON "AuditEvent"("subject", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectId_at_id_idx" ON "AuditEvent"("subjectId", "at", "id");

-- Nobody edits the trail.
CREATE FUNCTION refuse_edits_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is not edited' USING ERRCODE = 'check_violation', CONSTRAINT = 'AuditEvent_never_edited';
END
$$;

CREATE TRIGGER "AuditEvent_never_edited" BEFORE UPDATE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_edits_of_audit();
