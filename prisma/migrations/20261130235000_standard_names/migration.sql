-- The database takes the names that the field uses, and that the API and the pages use too (docs/glossary.md). Nothing is
-- lost; there is no way back to an older build afterwards (docs/operations.md).

ALTER TYPE "SeatKind" RENAME VALUE 'room' TO 'in_person';
ALTER TYPE "Admission" RENAME VALUE 'word' TO 'lobby';
ALTER TYPE "WayOutcome" RENAME TO "RouteOutcome";

ALTER TABLE "Class" RENAME COLUMN "roomCapacity" TO "inPersonCapacity";
ALTER TABLE "Class" RENAME CONSTRAINT "Class_room_capacity_not_negative" TO "Class_in_person_capacity_not_negative";
ALTER TABLE "Class" RENAME CONSTRAINT "Class_online_without_room" TO "Class_online_without_location";

ALTER TABLE "ClassSession" RENAME COLUMN "roomCapacity" TO "inPersonCapacity";
ALTER TABLE "ClassSession" RENAME COLUMN "roomSeatsTaken" TO "inPersonSeatsTaken";
ALTER TABLE "ClassSession"
  RENAME CONSTRAINT "ClassSession_room_seats_within_capacity" TO "ClassSession_in_person_seats_within_capacity";

ALTER TABLE "Change" RENAME COLUMN "tellAt" TO "notifyAt";
ALTER TABLE "Change" RENAME COLUMN "toldAt" TO "notifiedAt";

ALTER TABLE "Classroom" RENAME COLUMN "begunAt" TO "startedAt";
ALTER TABLE "Classroom" RENAME COLUMN "narrowedAt" TO "rightsReducedAt";
ALTER TABLE "Classroom" RENAME COLUMN "wordId" TO "speakerId";
ALTER TABLE "Classroom" RENAME COLUMN "wordAt" TO "floorGrantedAt";

ALTER TABLE "Attendee" RENAME COLUMN "handAt" TO "handRaisedAt";
ALTER TABLE "Attendee" RENAME COLUMN "helps" TO "assistantPermissions";
ALTER TABLE "Attendee" RENAME COLUMN "knockedAt" TO "entryRequestedAt";
ALTER TABLE "Attendee" RENAME COLUMN "knockSeen" TO "entryRequestSeenAt";

ALTER TABLE "Message" RENAME COLUMN "touched" TO "changeNumber";

ALTER TABLE "Attendee" RENAME TO "RoomMember";
ALTER TABLE "HallDevice" RENAME TO "RoomDisplay";
ALTER TABLE "Stay" RENAME TO "Presence";
ALTER TABLE "Wait" RENAME TO "WaitlistEntry";

-- Constraints and indexes carry the names of their tables and columns.
DO $$
DECLARE
  renamed record;
  item record;
BEGIN
  FOR renamed IN SELECT * FROM (VALUES
    ('RoomMember', 'Attendee_', 'RoomMember_'),
    ('RoomDisplay', 'HallDevice_', 'RoomDisplay_'),
    ('Presence', 'Stay_', 'Presence_'),
    ('WaitlistEntry', 'Wait_', 'WaitlistEntry_'),
    ('Message', 'Message_sessionId_touched_', 'Message_sessionId_changeNumber_'),
    ('Change', 'Change_not_told', 'Change_not_notified')
  ) AS pairs("table", "old", "new")
  LOOP
    FOR item IN SELECT conname AS name FROM pg_constraint
      WHERE conrelid = format('%I', renamed."table")::regclass AND starts_with(conname, renamed."old")
    LOOP
      EXECUTE format('ALTER TABLE %I RENAME CONSTRAINT %I TO %I', renamed."table", item.name,
        replace(item.name, renamed."old", renamed."new"));
    END LOOP;
    FOR item IN SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid
      WHERE indrelid = format('%I', renamed."table")::regclass AND starts_with(relname, renamed."old")
    LOOP
      EXECUTE format('ALTER INDEX %I RENAME TO %I', item.name, replace(item.name, renamed."old", renamed."new"));
    END LOOP;
  END LOOP;
END
$$;

-- The trigger that ends event streams of ended sign-ins sends on the channel of page events.
ALTER FUNCTION tell_ended_sign_ins() RENAME TO publish_ended_sign_ins;
ALTER TRIGGER "SignIn_tells_its_end" ON "SignIn" RENAME TO "SignIn_publishes_its_end";
CREATE OR REPLACE FUNCTION publish_ended_sign_ins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('caravan_page_events', json_build_object('kind', 'signed_out', 'signInIds', json_agg("id"))::text)
  FROM (SELECT "id", (row_number() OVER () - 1) / 100 AS "lot" FROM "gone" WHERE "expiresAt" > now()) "ended"
  GROUP BY "lot";
  RETURN NULL;
END
$$;

-- Stored JSON: the plans that a change keeps for undoing, the facts of notices and of the audit trail.
CREATE FUNCTION pg_temp.renamed_plan(plan jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT (plan - 'roomCapacity') || jsonb_build_object('inPersonCapacity', plan -> 'roomCapacity')
$$;

UPDATE "Change" SET "sessions" = (
  SELECT coalesce(jsonb_agg(
    session || jsonb_build_object(
      'was', pg_temp.renamed_plan(session -> 'was'),
      'now', pg_temp.renamed_plan(session -> 'now'))
    ORDER BY "index"), '[]')
  FROM jsonb_array_elements("sessions") WITH ORDINALITY AS sessions(session, "index"))
WHERE jsonb_array_length("sessions") > 0;

CREATE FUNCTION pg_temp.renamed_facts(facts jsonb) RETURNS jsonb LANGUAGE sql STRICT AS $$
  SELECT coalesce(jsonb_object_agg(
    CASE key
      WHEN 'roomCapacity' THEN 'inPersonCapacity'
      WHEN 'place' THEN 'seatKind'
      WHEN 'helps' THEN 'assistantPermissions'
      ELSE key
    END,
    CASE
      WHEN key = 'place' AND value = '"room"' THEN '"in_person"'
      WHEN key = 'admission' AND value = '"word"' THEN '"lobby"'
      ELSE value
    END), '{}')
  FROM jsonb_each(facts)
$$;

UPDATE "Notice" SET "facts" = pg_temp.renamed_facts("facts") WHERE "kind" = 'place-given';
UPDATE "Notice" SET "kind" = CASE "kind"
  WHEN 'place-given' THEN 'seat_given'
  WHEN 'nudged' THEN 'trainer_reminder'
  ELSE replace("kind", '-', '_')
END;

UPDATE "User" SET
  "mutedInApp" = array_replace(array_replace(array_replace(
    "mutedInApp", 'day-before', 'day_before'), 'quarter-before', 'quarter_before'), 'places', 'seats'),
  "mutedByMail" = array_replace(array_replace(array_replace(
    "mutedByMail", 'day-before', 'day_before'), 'quarter-before', 'quarter_before'), 'places', 'seats')
WHERE cardinality("mutedInApp") + cardinality("mutedByMail") > 0;

UPDATE "WebhookEvent" SET "payload" = jsonb_set("payload", '{kind}', to_jsonb(replace("payload" ->> 'kind', '-', '_')))
WHERE "payload" ? 'kind';

-- Entries of the audit trail say what they said, in the new words.
ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_never_edited";
UPDATE "AuditEvent" SET
  "action" = CASE "action"
    WHEN 'place-given' THEN 'seat_given'
    WHEN 'word-given' THEN 'floor_granted'
    WHEN 'word-taken-back' THEN 'floor_taken_back'
    WHEN 'hall-paired' THEN 'room_display_paired'
    WHEN 'hall-unpaired' THEN 'room_display_unpaired'
    WHEN 'hall-muted' THEN 'room_display_muted'
    WHEN 'students-nudged' THEN 'students_reminded'
    WHEN 'taken-out-of-line' THEN 'waitlist_entry_removed'
    WHEN 'invitation-taken-back' THEN 'invitation_revoked'
    WHEN 'participant-let-in' THEN 'participant_readmitted'
    WHEN 'reset-link-seen' THEN 'reset_link_viewed'
    ELSE replace("action", '-', '_')
  END,
  "before" = pg_temp.renamed_facts("before"),
  "after" = pg_temp.renamed_facts("after");
ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_never_edited";
