-- Editing: fields that people define, edits that wait for the server, participants' overlay, people, materials. Times, sizes
-- and enumerations as in 0001.
CREATE TABLE custom_field (
    key @text@ NOT NULL PRIMARY KEY,
    label @text@ NOT NULL,
    type @text@ NOT NULL,
    choices @text@ NOT NULL, -- JSON: ["…", …]
    position @int64@ NOT NULL,
    is_archived @bool@ NOT NULL
) STRICT, WITHOUT ROWID
-- ;;
-- A field that differs from what the server says, or did until a moment ago. The outbox is those not 'catalogOnly'.
CREATE TABLE field_edit (
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    field @text@ NOT NULL,
    ours @text@ NOT NULL,
    base @text@ NOT NULL,
    theirs @text@ NOT NULL,
    state @text@ NOT NULL,
    reason @text@ NOT NULL,
    attempts @int64@ NOT NULL,
    next_attempt_at_ms @int64@ NOT NULL,
    last_error @text@ NOT NULL,
    edited_by @text@ NOT NULL,
    edited_at_ms @int64@ NOT NULL,
    sent @text@, -- written to the server, or about to be, and not read back since; NULL: nothing is
    PRIMARY KEY (recording_id, field)
) STRICT, WITHOUT ROWID
-- ;;
-- A field that two metadata keys carry, where another front end wrote only the one that is read second: what the first one
-- still says.
CREATE TABLE outdated_metadata (
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    field @text@ NOT NULL,
    value @text@ NOT NULL,
    PRIMARY KEY (recording_id, field)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX field_edit_to_push ON field_edit (next_attempt_at_ms) WHERE state IN ('pending', 'settling')
-- ;;
-- The history of a recording: without the hundred thousand lines that a first sync writes.
CREATE INDEX audit_event_of_recording ON audit_event (recording_id, sequence)
    WHERE recording_id <> 0 AND action <> 'recording.added'
-- ;;
CREATE TABLE person (
    id @id@,
    uuid @text@ NOT NULL UNIQUE,
    name @text@ NOT NULL,
    sort_key @text@ NOT NULL
) STRICT
-- ;;
CREATE INDEX person_by_name ON person (sort_key)
-- ;;
CREATE TABLE person_identity (
    server_id @int64@ NOT NULL REFERENCES server(id),
    external_user_id @text@ NOT NULL,
    person_id @int64@ NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    PRIMARY KEY (server_id, external_user_id)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX person_identity_by_person ON person_identity (person_id)
-- ;;
CREATE TABLE attendee_edit (
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    uid @text@ NOT NULL,
    position @int64@ NOT NULL,
    edit @text@ NOT NULL, -- JSON, core/storage/attendancerepository.h
    person_id @int64@ REFERENCES person(id) ON DELETE SET NULL,
    edited_by @text@ NOT NULL,
    edited_at_ms @int64@ NOT NULL,
    PRIMARY KEY (recording_id, uid)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX attendee_edit_by_person ON attendee_edit (person_id) WHERE person_id IS NOT NULL
-- ;;
CREATE TABLE material (
    id @id@,
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    uuid @text@ NOT NULL,
    name @text@ NOT NULL,
    description @text@ NOT NULL,
    position @int64@ NOT NULL,
    is_trashed @bool@ NOT NULL,
    trashed_at_ms @int64@ NOT NULL,
    base @text@ NOT NULL,        -- the description both sides last agreed on, JSON; empty: never on the server
    sent @text@ NOT NULL,        -- the description that was being written when nothing more was heard, JSON; empty: none
    is_waiting @bool@ NOT NULL,
    attempts @int64@ NOT NULL,
    next_attempt_at_ms @int64@ NOT NULL,
    problem @text@ NOT NULL,
    UNIQUE (recording_id, uuid)
) STRICT
-- ;;
CREATE INDEX material_waiting ON material (next_attempt_at_ms) WHERE is_waiting = 1
-- ;;
CREATE TABLE material_version (
    material_id @int64@ NOT NULL REFERENCES material(id) ON DELETE CASCADE,
    number @int64@ NOT NULL,
    file_name @text@ NOT NULL,
    size_bytes @int64@ NOT NULL,
    sha256 @blob@ NOT NULL,
    mime_type @text@ NOT NULL,
    added_by @text@ NOT NULL,
    added_at_ms @int64@ NOT NULL,
    is_on_server @bool@ NOT NULL,
    is_local @bool@ NOT NULL,    -- in the content store, under its hash
    PRIMARY KEY (material_id, number)
) STRICT, WITHOUT ROWID
-- ;;
-- What was typed into a form and not applied.
CREATE TABLE form_draft (
    author @text@ NOT NULL,
    recording_id @int64@ NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
    form @text@ NOT NULL,
    content @text@ NOT NULL, -- JSON, the form's own
    began_at_ms @int64@ NOT NULL,
    saved_at_ms @int64@ NOT NULL,
    PRIMARY KEY (author, recording_id, form)
) STRICT
-- ;;
CREATE INDEX form_draft_by_recording ON form_draft (recording_id)
-- ;;
-- The same of dialogs that belong to no recording.
CREATE TABLE dialog_draft (
    author @text@ NOT NULL,
    form @text@ NOT NULL, -- "person/<uuid>", "access/folder/<id>", "filing"
    content @text@ NOT NULL, -- JSON, the form's own
    began_at_ms @int64@ NOT NULL,
    saved_at_ms @int64@ NOT NULL,
    PRIMARY KEY (author, form)
) STRICT
