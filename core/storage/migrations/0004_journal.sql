-- The journal: where an event comes from, what people watched. Times, sizes and enumerations as in 0001.
-- JSON: program, version, computer, where its clock's time comes from. Empty before this version; covered by the hash where not.
ALTER TABLE audit_event ADD COLUMN origin @text@ NOT NULL DEFAULT ''
-- ;;
-- Through Letopis, by anybody; 0: never.
ALTER TABLE recording ADD COLUMN last_viewed_at_ms @int64@ NOT NULL DEFAULT 0
