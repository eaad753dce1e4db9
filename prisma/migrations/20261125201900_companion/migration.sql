-- AlterTable
ALTER TABLE "Stay" ADD COLUMN     "companion" BOOLEAN NOT NULL DEFAULT false;
