-- Whoever looks for sessions that touch a span need not look at those that began long before it (lib/sessions/policy.ts).
ALTER TABLE "ClassSession"
  ADD CONSTRAINT "ClassSession_at_most_12_hours" CHECK ("endsAt" <= "startsAt" + interval '12 hours');

-- A status is a parameter in queries, so that an index of one status alone is never chosen.
DROP INDEX "ClassSession_in_progress";

-- CreateIndex
CREATE INDEX "ClassSession_status_startsAt_id_idx" ON "ClassSession"("status", "startsAt", "id");

-- "Which of these sessions are mine" is answered at one place of the index, for who has no seat too.
DROP INDEX "Seat_studentId_idx";

-- CreateIndex
CREATE INDEX "Seat_studentId_sessionId_idx" ON "Seat"("studentId", "sessionId");
