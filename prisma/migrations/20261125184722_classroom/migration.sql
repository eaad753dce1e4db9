-- CreateEnum
CREATE TYPE "Admission" AS ENUM ('supervised', 'word', 'open');

-- CreateEnum
CREATE TYPE "Pace" AS ENUM ('slower', 'faster', 'lost');

-- CreateEnum
CREATE TYPE "RemovalReason" AS ENUM ('disturbs', 'wrong_person', 'other');

-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "admission" "Admission" NOT NULL DEFAULT 'supervised';

-- AlterTable
ALTER TABLE "Removal" ADD COLUMN     "why" "RemovalReason" NOT NULL DEFAULT 'other';

-- CreateTable
CREATE TABLE "Classroom" (
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "locks" TEXT[] DEFAULT ARRAY['screen']::TEXT[],
    "begunAt" TIMESTAMPTZ(3),
    "narrowedAt" TIMESTAMPTZ(3),
    "wordId" UUID,
    "wordAt" TIMESTAMPTZ(3),
    "spotlightId" UUID,

    CONSTRAINT "Classroom_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "Attendee" (
    "sessionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "handNumber" INTEGER,
    "handAt" TIMESTAMPTZ(3),
    "pace" "Pace",
    "audioOnly" BOOLEAN NOT NULL DEFAULT false,
    "exceptions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "helps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "knockedAt" TIMESTAMPTZ(3),
    "knockSeen" TIMESTAMPTZ(3),
    "admittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attendee_pkey" PRIMARY KEY ("sessionId","userId")
);

-- CreateIndex
CREATE INDEX "Attendee_userId_idx" ON "Attendee"("userId");

-- AddForeignKey
ALTER TABLE "Classroom" ADD CONSTRAINT "Classroom_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendee" ADD CONSTRAINT "Attendee_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendee" ADD CONSTRAINT "Attendee_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
