-- The journal: where an event comes from, what people watched. Times, sizes and enumerations as in 0001.
-- JSON: program, version, computer, where its clock's time comes from. Empty before this version; covered by the hash where not.
ALTER TABLE audit_event ADD COLUMN origin @text@ NOT NULL DEFAULT ''
-- ;;
-- Through Letopis, by anybody; 0: never.
ALTER TABLE recording ADD COLUMN last_viewed_at_ms @int64@ NOT NULL DEFAULT 0
-- ;;
-- Whole stretches of the journal that were closed: core/journal/auditsegments.h. Rows stay when their events are gone.
CREATE TABLE audit_segment (
    first_sequence @int64@ PRIMARY KEY,
    last_sequence @int64@ NOT NULL,
    previous_hash @blob@ NOT NULL,     -- of the event before the first
    first_hash @blob@ NOT NULL,
    last_hash @blob@ NOT NULL,
    first_at_ms @int64@ NOT NULL,
    last_at_ms @int64@ NOT NULL,
    sealed_at_ms @int64@ NOT NULL,
    sealed_by @text@ NOT NULL,
    file_name @text@ NOT NULL,         -- of the export; empty: there is none
    file_sha256 @blob@ NOT NULL,
    exported_at_ms @int64@ NOT NULL,   -- 0: not yet
    dropped_at_ms @int64@ NOT NULL     -- 0: its events are in the table
) STRICT
-- ;;
CREATE TRIGGER audit_segment_is_not_deleted BEFORE DELETE ON audit_segment
BEGIN
    SELECT RAISE(ABORT, 'segments of the journal stay');
END
-- ;;
CREATE TRIGGER audit_segment_is_not_changed BEFORE UPDATE OF
    first_sequence, last_sequence, previous_hash, first_hash, last_hash, first_at_ms, last_at_ms, sealed_at_ms, sealed_by ON audit_segment
BEGIN
    SELECT RAISE(ABORT, 'segments of the journal stay');
END
-- ;;
DROP TRIGGER audit_event_is_not_deleted
-- ;;
-- Only what is sealed and exported may go, and only while its segment says that it goes.
CREATE TRIGGER audit_event_is_not_deleted BEFORE DELETE ON audit_event
WHEN NOT EXISTS (SELECT 1 FROM audit_segment WHERE exported_at_ms > 0 AND dropped_at_ms > 0
                 AND OLD.sequence BETWEEN first_sequence AND last_sequence)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
-- ;;
-- Words of events, by sequence; holds no text itself. Filled when somebody searches: core/storage/auditindex.cpp
CREATE VIRTUAL TABLE audit_search USING fts5(
    text,
    content = '', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
)
-- ;;
-- What occurs in the events up to audit_indexed, for lists to choose from.
CREATE TABLE audit_facet (
    kind @text@ NOT NULL,   -- actor, action
    value @text@ NOT NULL,
    count @int64@ NOT NULL,
    PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE audit_indexed (
    sequence @int64@ NOT NULL   -- the last event that audit_search and audit_facet know
) STRICT
-- ;;
INSERT INTO audit_indexed (sequence) VALUES (0)
