-- AlterTable
ALTER TABLE "HallDevice" ADD COLUMN     "addressKey" TEXT;
