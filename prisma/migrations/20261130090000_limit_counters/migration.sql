-- Counters of failed sign-ins become the counters of all stored limits (lib/limits).
ALTER TABLE "SignInFailure" RENAME TO "LimitCounter";
ALTER TABLE "LimitCounter" RENAME COLUMN "failures" TO "count";
ALTER TABLE "LimitCounter" RENAME CONSTRAINT "SignInFailure_pkey" TO "LimitCounter_pkey";
ALTER INDEX "SignInFailure_expiresAt_idx" RENAME TO "LimitCounter_expiresAt_idx";
