-- Times are epoch milliseconds, UTC, 0 = unknown; sizes and lengths are -1 where unknown, so that every sort column has a
-- total order without NULLs. Enumerations are text. Frozen once released: a change is a new file.
CREATE TABLE schema_migration (
    version @int64@ PRIMARY KEY,
    name @text@ NOT NULL,
    checksum @text@ NOT NULL,
    applied_at_ms @int64@ NOT NULL
) STRICT
-- ;;
CREATE TABLE server (
    id @id@,
    uuid @text@ NOT NULL UNIQUE,
    name @text@ NOT NULL,
    sort_key @text@ NOT NULL UNIQUE, -- the name folded; of a removed server made unique, so that the name is free again
    kind @text@ NOT NULL,
    api_url @text@ NOT NULL,
    checksum_algorithm @text@,       -- NULL: not negotiated yet
    ca_file @text@ NOT NULL,
    proxy_kind @text@ NOT NULL,
    proxy_host @text@ NOT NULL,
    proxy_port @int64@ NOT NULL,
    proxy_user @text@ NOT NULL,
    has_ssh @bool@ NOT NULL,
    ssh_host @text@ NOT NULL,
    ssh_port @int64@ NOT NULL,
    ssh_user @text@ NOT NULL,
    ssh_login @text@ NOT NULL,
    ssh_key_file @text@ NOT NULL,
    ssh_config_file @text@ NOT NULL,
    ssh_known_hosts_file @text@ NOT NULL,
    data_root @text@ NOT NULL,
    sync_interval_minutes @int64@ NOT NULL,
    last_sync_at_ms @int64@ NOT NULL,
    is_removed @bool@ NOT NULL
) STRICT
-- ;;
CREATE TABLE tls_exception (
    server_id @int64@ NOT NULL REFERENCES server(id),
    host @text@ NOT NULL,
    sha256 @blob@ NOT NULL,
    problems @text@ NOT NULL, -- names separated by spaces
    granted_at_ms @int64@ NOT NULL,
    expires_at_ms @int64@ NOT NULL,
    PRIMARY KEY (server_id, host, sha256)
) STRICT
-- ;;
CREATE TABLE recording (
    id @id@,
    server_id @int64@ NOT NULL REFERENCES server(id),
    external_id @text@ NOT NULL,         -- the server's recordID
    meeting_id @text@ NOT NULL,          -- external
    internal_meeting_id @text@ NOT NULL,
    name @text@ NOT NULL,                -- as the server says
    title @text@ NOT NULL,               -- to show
    description @text@ NOT NULL,
    state @text@ NOT NULL,
    is_breakout @bool@ NOT NULL,
    breakout_parent_id @text@ NOT NULL,  -- internal meeting id
    started_at_ms @int64@ NOT NULL,
    ended_at_ms @int64@ NOT NULL,
    duration_ms @int64@ NOT NULL,        -- precise where the disk told, else the longest format's
    precise_duration_ms @int64@ NOT NULL,
    participant_count @int64@ NOT NULL,  -- people where known, else the server's count
    server_participant_count @int64@ NOT NULL,
    are_people_known @bool@ NOT NULL,
    raw_size_bytes @int64@ NOT NULL,
    size_bytes @int64@ NOT NULL,         -- sum of the formats' known sizes
    formats @text@ NOT NULL,             -- types, sorted, separated by newlines
    metadata @text@ NOT NULL,            -- JSON: [["key","value"], ...], in the server's order
    title_key @text@ NOT NULL,           -- folded, for sorting
    meeting_key @text@ NOT NULL,
    is_seen @bool@ NOT NULL,
    first_seen_at_ms @int64@ NOT NULL,
    last_seen_at_ms @int64@ NOT NULL,    -- of a gone one; a listed one was seen at the server's last sync
    sync_digest @blob@ NOT NULL,         -- what the server said last; core/storage/syncdigest.h
    UNIQUE (external_id, server_id)
) STRICT
-- ;;
CREATE INDEX recording_by_start ON recording (started_at_ms)
-- ;;
CREATE INDEX recording_by_title ON recording (title_key)
-- ;;
CREATE INDEX recording_by_meeting ON recording (meeting_key)
-- ;;
CREATE INDEX recording_by_server ON recording (server_id, started_at_ms)
-- ;;
CREATE INDEX recording_by_duration ON recording (duration_ms)
-- ;;
CREATE INDEX recording_by_participants ON recording (participant_count)
-- ;;
CREATE INDEX recording_by_formats ON recording (formats, started_at_ms)
-- ;;
CREATE INDEX recording_by_size ON recording (size_bytes)
-- ;;
CREATE INDEX recording_by_state ON recording (state, started_at_ms)
-- ;;
CREATE INDEX recording_by_parent ON recording (breakout_parent_id) WHERE breakout_parent_id <> ''
-- ;;
CREATE TABLE recording_format (
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    type @text@ NOT NULL,
    url @text@ NOT NULL,
    duration_ms @int64@ NOT NULL,
    size_bytes @int64@ NOT NULL,
    processing_ms @int64@ NOT NULL,
    previews @text@ NOT NULL, -- JSON: ["shared beginning of the URLs", ["rest",width,height,"text"], ...]
    PRIMARY KEY (recording_id, type, url)
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE breakout_room (
    recording_id @int64@ NOT NULL REFERENCES recording(id), -- the parent
    room_external_id @text@ NOT NULL,
    position @int64@ NOT NULL,
    PRIMARY KEY (recording_id, room_external_id)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX breakout_room_by_room ON breakout_room (room_external_id)
-- ;;
CREATE TABLE meeting_record (
    recording_id @id@ REFERENCES recording(id),
    status @text@ NOT NULL,           -- known, gone, unreadable
    reason @text@ NOT NULL,
    attempted_state @text@ NOT NULL,  -- the recording's state at the last attempt
    attempted_at_ms @int64@ NOT NULL,
    source_path @text@ NOT NULL,
    source_version @text@ NOT NULL,
    archive_sha256 @blob@ NOT NULL,   -- content store; empty: none
    archive_size_bytes @int64@ NOT NULL,
    event_count @int64@ NOT NULL,
    started_at_ms @int64@ NOT NULL,
    ended_at_ms @int64@ NOT NULL,
    recorded_ms @int64@ NOT NULL,
    fetched_at_ms @int64@ NOT NULL
) STRICT
-- ;;
CREATE TABLE participant (
    id @id@,
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    position @int64@ NOT NULL,
    name @text@ NOT NULL,
    external_user_id @text@ NOT NULL,
    registered @bool@,                -- NULL: cannot be told
    is_phone @bool@ NOT NULL,
    role @text@ NOT NULL,
    present_ms @int64@ NOT NULL,
    talk_ms @int64@ NOT NULL,
    chat_messages @int64@ NOT NULL,
    poll_answers @int64@ NOT NULL,
    UNIQUE (recording_id, position)
) STRICT
-- ;;
CREATE TABLE participant_role (
    participant_id @int64@ NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    position @int64@ NOT NULL,
    role @text@ NOT NULL,
    from_ms @int64@ NOT NULL,
    to_ms @int64@ NOT NULL,
    PRIMARY KEY (participant_id, position)
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE participant_session (
    participant_id @int64@ NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    position @int64@ NOT NULL,
    joined_at_ms @int64@ NOT NULL,
    left_at_ms @int64@ NOT NULL,
    PRIMARY KEY (participant_id, position)
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE timeline_entry (
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    position @int64@ NOT NULL,
    at_ms @int64@ NOT NULL,
    playback_ms @int64@ NOT NULL,
    kind @text@ NOT NULL,
    person @text@ NOT NULL,
    text @text@ NOT NULL,
    PRIMARY KEY (recording_id, position)
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE audit_event (
    sequence @int64@ PRIMARY KEY,
    at_ms @int64@ NOT NULL,
    actor @text@ NOT NULL,
    action @text@ NOT NULL,
    server_id @int64@ NOT NULL,       -- 0: none
    recording_id @int64@ NOT NULL,    -- 0: none
    details @text@ NOT NULL,
    previous_hash @blob@ NOT NULL,
    hash @blob@ NOT NULL
) STRICT
-- ;;
CREATE TRIGGER audit_event_is_not_changed BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
-- ;;
CREATE TRIGGER audit_event_is_not_deleted BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
-- ;;
-- The folded texts of recordings, by recording.id; the only copy of them. Written by core/storage/searchindex.cpp, not by
-- triggers: inside a trigger FTS5 writes its buffer out for every row, which made a sync four times slower.
CREATE VIRTUAL TABLE search_index USING fts5(
    title, meeting, description, people, metadata,
    tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
)
