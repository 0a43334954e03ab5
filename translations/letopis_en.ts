<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccessText</name>
    <message numerus="yes">
        <source>access is gained by %n people</source>
        <translation>
            <numerusform>access is gained by %n person</numerusform>
            <numerusform>access is gained by %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>access is lost by %n people</source>
        <translation>
            <numerusform>access is lost by %n person</numerusform>
            <numerusform>access is lost by %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>permissions change for %n people</source>
        <translation>
            <numerusform>permissions change for %n person</numerusform>
            <numerusform>permissions change for %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AmountText</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s)</source>
        <translation>
            <numerusform>%1 recording</numerusform>
            <numerusform>%1 recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 participant(s)</source>
        <translation>
            <numerusform>%1 participant</numerusform>
            <numerusform>%1 participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 job(s)</source>
        <translation>
            <numerusform>%1 job</numerusform>
            <numerusform>%1 jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceText</name>
    <message numerus="yes">
        <source>Merged of %n participant(s)</source>
        <translation>
            <numerusform>Merged of %n participant</numerusform>
            <numerusform>Merged of %n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditVerdictText</name>
    <message numerus="yes">
        <source>The journal is sound: %n event(s) checked, none changed, missing or moved.</source>
        <translation>
            <numerusform>The journal is sound: %n event checked, not changed, missing or moved.</numerusform>
            <numerusform>The journal is sound: %n events checked, none changed, missing or moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupText</name>
    <message numerus="yes">
        <source>The backup is an earlier state of this catalog. %n later change(s) will be missing; they stay in the catalog that is kept.</source>
        <translation>
            <numerusform>The backup is an earlier state of this catalog. %n later change will be missing; they stay in the catalog that is kept.</numerusform>
            <numerusform>The backup is an earlier state of this catalog. %n later changes will be missing; they stay in the catalog that is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged file(s) left out</source>
        <translation>
            <numerusform>%n damaged file left out</numerusform>
            <numerusform>%n damaged files left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message numerus="yes">
        <source>%1: %n file(s), %2</source>
        <translation>
            <numerusform>%1: %n file, %2</numerusform>
            <numerusform>%1: %n files, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Our materials on the server: %n file(s), %1</source>
        <translation>
            <numerusform>Our materials on the server: %n file, %1</numerusform>
            <numerusform>Our materials on the server: %n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies on this computer: %n file(s), %1</source>
        <translation>
            <numerusform>Copies on this computer: %n file, %1</numerusform>
            <numerusform>Copies on this computer: %n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: the saved file has them all.</source>
        <translation>
            <numerusform>… and %n more: the saved file has them all.</numerusform>
            <numerusform>… and %n more: the saved file has them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be read</source>
        <translation>
            <numerusform>%n of them could not be read</numerusform>
            <numerusform>%n of them could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) not sent to it stay in this catalog only.</source>
        <translation>
            <numerusform>%n edit not sent to it stay in this catalog only.</numerusform>
            <numerusform>%n edits not sent to it stay in this catalog only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) not sent to it stay in this catalog only.</source>
        <translation>
            <numerusform>%n material not sent to it stay in this catalog only.</numerusform>
            <numerusform>%n materials not sent to it stay in this catalog only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the recording</source>
        <translation>
            <numerusform>%n day after the recording</numerusform>
            <numerusform>%n days after the recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the last view</source>
        <translation>
            <numerusform>%n day after the last view</numerusform>
            <numerusform>%n days after the last view</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n of a meeting stay</source>
        <translation>
            <numerusform>the newest %n of a meeting stay</numerusform>
            <numerusform>the newest %n of a meeting stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unpublished %n day(s) before</source>
        <translation>
            <numerusform>unpublished %n day before</numerusform>
            <numerusform>unpublished %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) would go, %1.</source>
        <translation>
            <numerusform>%n recording would go, %1.</numerusform>
            <numerusform>%n recordings would go, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletionText</name>
    <message numerus="yes">
        <source>%1 recording(s) done.</source>
        <translation>
            <numerusform>%1 recording done.</numerusform>
            <numerusform>%1 recordings done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 left as they are.</source>
        <translation>
            <numerusform>%1 left as they are.</numerusform>
            <numerusform>%1 left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed.</source>
        <translation>
            <numerusform>%1 failed.</numerusform>
            <numerusform>%1 failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The plan has %n recording(s), another number was typed.</source>
        <translation>
            <numerusform>The plan has %n recording, another number was typed.</numerusform>
            <numerusform>The plan has %n recordings, another number was typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaterialText</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameText</name>
    <message numerus="yes">
        <source>%1 added</source>
        <translation>
            <numerusform>%1 added</numerusform>
            <numerusform>%1 added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updated</source>
        <translation>
            <numerusform>%1 updated</numerusform>
            <numerusform>%1 updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gone</source>
        <translation>
            <numerusform>%1 gone</numerusform>
            <numerusform>%1 gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unreadable</source>
        <translation>
            <numerusform>%1 unreadable</numerusform>
            <numerusform>%1 unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleText</name>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 group(s)</source>
        <translation>
            <numerusform>%1 group</numerusform>
            <numerusform>%1 groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RealityText</name>
    <message numerus="yes">
        <source>%1 finding(s), %2.</source>
        <translation>
            <numerusform>%1 finding, %2.</numerusform>
            <numerusform>%1 findings, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s).</source>
        <translation>
            <numerusform>%1 finding.</numerusform>
            <numerusform>%1 findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionText</name>
    <message numerus="yes">
        <source>%n day(s) after the recording</source>
        <translation>
            <numerusform>%n day after the recording</numerusform>
            <numerusform>%n days after the recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the last view</source>
        <translation>
            <numerusform>%n day after the last view</numerusform>
            <numerusform>%n days after the last view</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n of each meeting stay(s)</source>
        <translation>
            <numerusform>the newest %n of each meeting stays</numerusform>
            <numerusform>the newest %n of each meeting stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unpublished %n day(s) before</source>
        <translation>
            <numerusform>unpublished %n day before</numerusform>
            <numerusform>unpublished %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stays: it is among the newest %n recording(s) of its meeting, and %1 keeps these.</source>
        <translation>
            <numerusform>It stays: it is the newest recording of its meeting, and %1 keeps it.</numerusform>
            <numerusform>It stays: it is among the newest %n recordings of its meeting, and %1 keeps these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stays, among the newest %n of its meeting</source>
        <translation>
            <numerusform>stays, the newest of its meeting</numerusform>
            <numerusform>stays, among the newest %n of its meeting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To the trash in %n day(s)</source>
        <translation>
            <numerusform>To the trash in %n day</numerusform>
            <numerusform>To the trash in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) would go: %2.</source>
        <translation>
            <numerusform>%1 recording would go: %2.</numerusform>
            <numerusform>%1 recordings would go: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) would go.</source>
        <translation>
            <numerusform>%1 recording would go.</numerusform>
            <numerusform>%1 recordings would go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) of %2 go to the trash: %3.</source>
        <extracomment>%1: a number of recordings; %2: a server; %3: days</extracomment>
        <translation>
            <numerusform>%1 recording of %2 goes to the trash: %3.</numerusform>
            <numerusform>%1 recordings of %2 go to the trash: %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AccessEditor</name>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AccessPreviewDialog</name>
    <message numerus="yes">
        <source>What changes on %n item(s):</source>
        <translation>
            <numerusform>What changes on %n item:</numerusform>
            <numerusform>What changes on %n items:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AttendanceGapDialog</name>
    <message numerus="yes">
        <source>The permissions of %n people were changed.</source>
        <translation>
            <numerusform>The permissions of %n person were changed.</numerusform>
            <numerusform>The permissions of %n people were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AttendancePresenter</name>
    <message numerus="yes">
        <source>%n correction(s) fit nobody in this list</source>
        <translation>
            <numerusform>%n correction fit nobody in this list</numerusform>
            <numerusform>%n corrections fit nobody in this list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AttendeeDialog</name>
    <message numerus="yes">
        <source>The note is %n character(s) too long.</source>
        <translation>
            <numerusform>The note is %n character too long.</numerusform>
            <numerusform>The note is %n characters too long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::AttendeeSplitDialog</name>
    <message numerus="yes">
        <source>%n session(s) stay, with talk, chat and polls.</source>
        <translation>
            <numerusform>%n session stays, with talk, chat and polls.</numerusform>
            <numerusform>%n sessions stay, with talk, chat and polls.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::BatchEditDialog</name>
    <message numerus="yes">
        <source>Edit %n recording(s)</source>
        <translation>
            <numerusform>Edit %n recording</numerusform>
            <numerusform>Edit %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) will change.</source>
        <translation>
            <numerusform>%n recording will change.</numerusform>
            <numerusform>%n recordings will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) stay as they are.</source>
        <translation>
            <numerusform>%n value stays as it is.</numerusform>
            <numerusform>%n values stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot be set.</source>
        <translation>
            <numerusform>%n value cannot be set.</numerusform>
            <numerusform>%n values cannot be set.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are in conflict with the server.</source>
        <translation>
            <numerusform>%n value is in conflict with the server.</numerusform>
            <numerusform>%n values are in conflict with the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier edit(s) still wait to be sent.</source>
        <translation>
            <numerusform>%n earlier edit still waits to be sent.</numerusform>
            <numerusform>%n earlier edits still wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) changed.</source>
        <translation>
            <numerusform>%n value changed.</numerusform>
            <numerusform>%n values changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were so already.</source>
        <translation>
            <numerusform>%n value was so already.</numerusform>
            <numerusform>%n values were so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) could not be changed; the table says why.</source>
        <translation>
            <numerusform>%n value could not be changed; the table says why.</numerusform>
            <numerusform>%n values could not be changed; the table says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the values of %n recording(s)…</source>
        <translation>
            <numerusform>Reading the values of %n recording…</numerusform>
            <numerusform>Reading the values of %n recordings…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change %n recording(s)</source>
        <translation>
            <numerusform>&amp;Change %n recording</numerusform>
            <numerusform>&amp;Change %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected recordings may not be edited by you and stay as they are.</source>
        <translation>
            <numerusform>%n of the selected recordings may not be edited by you and stay as they are.</numerusform>
            <numerusform>%n of the selected recordings may not be edited by you and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::BatchEditing</name>
    <message numerus="yes">
        <source>%n value(s) changed in the catalog.</source>
        <translation>
            <numerusform>%n value changed in the catalog.</numerusform>
            <numerusform>%n values changed in the catalog.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are as before the batch edit.</source>
        <translation>
            <numerusform>%n value is as before the batch edit.</numerusform>
            <numerusform>%n values are as before the batch edit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) stayed: somebody changed them since.</source>
        <translation>
            <numerusform>%n value stayed: somebody changed it since.</numerusform>
            <numerusform>%n values stayed: somebody changed them since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ChangedCopies</name>
    <message numerus="yes">
        <source>%n file(s) were changed since they were opened</source>
        <translation>
            <numerusform>%n file were changed since they were opened</numerusform>
            <numerusform>%n files were changed since they were opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard what was changed in %n file(s)?</source>
        <translation>
            <numerusform>Discard what was changed in %n file?</numerusform>
            <numerusform>Discard what was changed in %n files?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::DeleteNowDialog</name>
    <message numerus="yes">
        <source>What becomes of %n recording(s)?</source>
        <translation>
            <numerusform>What becomes of %n recording?</numerusform>
            <numerusform>What becomes of %n recordings?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::DeletionCalendar</name>
    <message numerus="yes">
        <source>%1 unpublished</source>
        <translation>
            <numerusform>%1 unpublished</numerusform>
            <numerusform>%1 unpublished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to the trash, %2</source>
        <translation>
            <numerusform>%1 to the trash, %2</numerusform>
            <numerusform>%1 to the trash, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 deleted for good, %2 freed</source>
        <translation>
            <numerusform>%1 deleted for good, %2 freed</numerusform>
            <numerusform>%1 deleted for good, %2 freed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recording(s) go to the trash within the year.</source>
        <translation>
            <numerusform>%1 recording go to the trash within the year.</numerusform>
            <numerusform>%1 recordings go to the trash within the year.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::DraftSummary</name>
    <message numerus="yes">
        <source>Not applied: %n recording(s)</source>
        <extracomment>Recordings with something typed and not applied; it is kept when Letopis is closed</extracomment>
        <translation>
            <numerusform>Not applied: %n recording</numerusform>
            <numerusform>Not applied: %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::EditingActions</name>
    <message numerus="yes">
        <source>%n recording(s) have changes that are not applied. Quit Letopis?</source>
        <translation>
            <numerusform>%n recording has changes that are not applied. Quit Letopis?</numerusform>
            <numerusform>%n recordings have changes that are not applied. Quit Letopis?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::FilingRulesDialog</name>
    <message numerus="yes">
        <source>%n recording(s) of the Shared folder go into the folders of these rules.</source>
        <translation>
            <numerusform>%n recording of the Shared folder go into the folders of these rules.</numerusform>
            <numerusform>%n recordings of the Shared folder go into the folders of these rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) filed.</source>
        <translation>
            <numerusform>%n recording filed.</numerusform>
            <numerusform>%n recordings filed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n recording(s) by the rules</source>
        <translation>
            <numerusform>File %n recording by the rules</numerusform>
            <numerusform>File %n recordings by the rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::FolderCommands</name>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n recording(s) to:</source>
        <translation>
            <numerusform>Move %n recording to:</numerusform>
            <numerusform>Move %n recordings to:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n recording(s) into “%1”</source>
        <translation>
            <numerusform>Move %n recording into “%1”</numerusform>
            <numerusform>Move %n recordings into “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) moved into “%1”.</source>
        <translation>
            <numerusform>%n recording moved into “%1”.</numerusform>
            <numerusform>%n recordings moved into “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) moved back.</source>
        <translation>
            <numerusform>%n recording moved back.</numerusform>
            <numerusform>%n recordings moved back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) filed by the rules.</source>
        <translation>
            <numerusform>%n recording filed by the rules.</numerusform>
            <numerusform>%n recordings filed by the rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ForecastDialog</name>
    <message numerus="yes">
        <source>%1 recording(s) would go earlier than now, or at all.</source>
        <translation>
            <numerusform>%1 recording would go earlier than now, or at all.</numerusform>
            <numerusform>%1 recordings would go earlier than now, or at all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::GapList</name>
    <message numerus="yes">
        <source>&amp;Give access to %n people…</source>
        <translation>
            <numerusform>&amp;Give access to %n person…</numerusform>
            <numerusform>&amp;Give access to %n people…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change access of %n people…</source>
        <translation>
            <numerusform>&amp;Change access of %n person…</numerusform>
            <numerusform>&amp;Change access of %n people…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::HoldDialog</name>
    <message numerus="yes">
        <source>Hold these %n recordings: while they are held nothing deletes them, neither a policy nor anybody by hand.</source>
        <translation>
            <numerusform>Hold these %n recordings: while they are held nothing deletes them, neither a policy nor anybody by hand.</numerusform>
            <numerusform>Hold these %n recordings: while they are held nothing deletes them, neither a policy nor anybody by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::InformationForm</name>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::InformationPresenter</name>
    <message numerus="yes">
        <source>%n of these field(s) were changed by somebody else meanwhile; see there.</source>
        <translation>
            <numerusform>%n of these field were changed by somebody else meanwhile; see there.</numerusform>
            <numerusform>%n of these fields were changed by somebody else meanwhile; see there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::LinksDialog</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n link(s)</source>
        <translation>
            <numerusform>%1 of %n link</numerusform>
            <numerusform>%1 of %n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s) still running. Quit Letopis?</source>
        <translation>
            <numerusform>%n job is still running. Quit Letopis?</numerusform>
            <numerusform>%n jobs are still running. Quit Letopis?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::MaterialDescriptionDialog</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::NavigationPane</name>
    <message numerus="yes">
        <source>%n edit(s) on the way</source>
        <translation>
            <numerusform>%n edit on the way</numerusform>
            <numerusform>%n edits on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n conflict to decide</numerusform>
            <numerusform>%n conflicts to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to decide</source>
        <translation>
            <numerusform>%n proposal to decide</numerusform>
            <numerusform>%n proposals to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) of recordings that are about to go</source>
        <translation>
            <numerusform>%n warning of recordings that are about to go</numerusform>
            <numerusform>%n warnings of recordings that are about to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::OutboxModel</name>
    <message numerus="yes">
        <source>%1, after %n attempt(s)</source>
        <translation>
            <numerusform>%1, after %n attempt</numerusform>
            <numerusform>%1, after %n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::OutboxPage</name>
    <message numerus="yes">
        <source>&amp;Discard %n edit(s)</source>
        <translation>
            <numerusform>&amp;Discard %n edit</numerusform>
            <numerusform>&amp;Discard %n edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n edit(s)?</source>
        <translation>
            <numerusform>Discard %n edit?</numerusform>
            <numerusform>Discard %n edits?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::OverviewTab</name>
    <message numerus="yes">
        <source>%n join(s), as the server counts them</source>
        <translation>
            <numerusform>%n join, as the server counts them</numerusform>
            <numerusform>%n joins, as the server counts them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::OwnRetentionDialog</name>
    <message numerus="yes">
        <source>When do these %n recordings go to the trash? What is said here beats every policy.</source>
        <translation>
            <numerusform>When do these %n recordings go to the trash? What is said here beats every policy.</numerusform>
            <numerusform>When do these %n recordings go to the trash? What is said here beats every policy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ParticipantModel</name>
    <message numerus="yes">
        <source>Joined %n time(s)</source>
        <translation>
            <numerusform>Joined %n time</numerusform>
            <numerusform>Joined %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ParticipantsTab</name>
    <message numerus="yes">
        <source>%n moderator(s)</source>
        <comment>in the conference service&apos;s words</comment>
        <translation>
            <numerusform>%n moderator</numerusform>
            <numerusform>%n moderators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attended and cannot watch…</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n attended and cannot watch…</numerusform>
            <numerusform>%n attended and cannot watch…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::PeopleCommands</name>
    <message numerus="yes">
        <source>Remove %n people?</source>
        <translation>
            <numerusform>Remove %n person?</numerusform>
            <numerusform>Remove %n people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n people</source>
        <translation>
            <numerusform>&amp;Remove %n person</numerusform>
            <numerusform>&amp;Remove %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group %1 has %n new member(s).</source>
        <translation>
            <numerusform>The group %1 has %n new member.</numerusform>
            <numerusform>The group %1 has %n new members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group %1 has lost %n member(s).</source>
        <translation>
            <numerusform>The group %1 has lost %n member.</numerusform>
            <numerusform>The group %1 has lost %n members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Who gains and who loses access is not shown for more than %n changes at once.</source>
        <translation>
            <numerusform>Who gains and who loses access is not shown for more than %n changes at once.</numerusform>
            <numerusform>Who gains and who loses access is not shown for more than %n changes at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::PeopleImportDialog</name>
    <message numerus="yes">
        <source>%n line(s) cannot be imported.</source>
        <translation>
            <numerusform>%n line cannot be imported.</numerusform>
            <numerusform>%n lines cannot be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n people</source>
        <translation>
            <numerusform>&amp;Import %n person</numerusform>
            <numerusform>&amp;Import %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::PlansPanel</name>
    <message numerus="yes">
        <source>Approve the deletion of %n recording(s) for good, which %1 confirmed?</source>
        <translation>
            <numerusform>Approve the deletion of %n recording for good, which %1 confirmed?</numerusform>
            <numerusform>Approve the deletion of %n recordings for good, which %1 confirmed?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ProposalsPage</name>
    <message numerus="yes">
        <source>The first %1 of %n proposal(s), newest meetings first.</source>
        <translation>
            <numerusform>The first %1 of %n proposal, newest meetings first.</numerusform>
            <numerusform>The first %1 of %n proposals, newest meetings first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A&amp;ccept %n proposal(s)…</source>
        <translation>
            <numerusform>A&amp;ccept %n proposal…</numerusform>
            <numerusform>A&amp;ccept %n proposals…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decline %n proposal(s)…</source>
        <translation>
            <numerusform>&amp;Decline %n proposal…</numerusform>
            <numerusform>&amp;Decline %n proposals…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) accepted.</source>
        <translation>
            <numerusform>%n proposal accepted.</numerusform>
            <numerusform>%n proposals accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decline %n proposal(s)?</source>
        <translation>
            <numerusform>Decline %n proposal?</numerusform>
            <numerusform>Decline %n proposals?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) declined.</source>
        <translation>
            <numerusform>%n proposal declined.</numerusform>
            <numerusform>%n proposals declined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) open again.</source>
        <translation>
            <numerusform>%n proposal open again.</numerusform>
            <numerusform>%n proposals open again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::RealityPanel</name>
    <message numerus="yes">
        <source>Shown are the first %n; mend these, then compare again.</source>
        <translation>
            <numerusform>Shown are the first %n; mend these, then compare again.</numerusform>
            <numerusform>Shown are the first %n; mend these, then compare again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::RetentionCommands</name>
    <message numerus="yes">
        <source>%n recording(s) follow(s) the policies.</source>
        <translation>
            <numerusform>%n recording follow the policies.</numerusform>
            <numerusform>%n recordings follows the policies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) stay(s), whatever the policies say.</source>
        <translation>
            <numerusform>%n recording stay, whatever the policies say.</numerusform>
            <numerusform>%n recordings stays, whatever the policies say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) go(es) to the trash on %1.</source>
        <translation>
            <numerusform>%n recording go to the trash on %1.</numerusform>
            <numerusform>%n recordings goes to the trash on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) held.</source>
        <translation>
            <numerusform>%n recording held.</numerusform>
            <numerusform>%n recordings held.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::SelectionSummary</name>
    <message numerus="yes">
        <source>%n recording(s) selected</source>
        <translation>
            <numerusform>%n recording selected</numerusform>
            <numerusform>%n recordings selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n recording(s)…</source>
        <translation>
            <numerusform>Edit %n recording…</numerusform>
            <numerusform>Edit %n recordings…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ServerDetails</name>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ServersPage</name>
    <message numerus="yes">
        <source>%n edit(s) not sent to it yet will stay in this catalog only.</source>
        <translation>
            <numerusform>%n edit not sent to it yet will stay in this catalog only.</numerusform>
            <numerusform>%n edits not sent to it yet will stay in this catalog only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) not sent to it yet will stay in this catalog only.</source>
        <translation>
            <numerusform>%n material not sent to it yet will stay in this catalog only.</numerusform>
            <numerusform>%n materials not sent to it yet will stay in this catalog only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::ServiceRightsDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::SimulatorPanel</name>
    <message numerus="yes">
        <source> day(s)</source>
        <extracomment>After a number in a field</extracomment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::TrashPanel</name>
    <message numerus="yes">
        <source>&amp;Delete %n recording(s) for good…</source>
        <translation>
            <numerusform>&amp;Delete %n recording for good…</numerusform>
            <numerusform>&amp;Delete %n recordings for good…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rest&amp;ore %n recording(s)</source>
        <translation>
            <numerusform>Rest&amp;ore %n recording</numerusform>
            <numerusform>Rest&amp;ore %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>letopis::TrayIcon</name>
    <message numerus="yes">
        <source>%n new recording(s) on %1</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>
            <numerusform>%n new recording on %1</numerusform>
            <numerusform>%n new recordings on %1</numerusform>
        </translation>
    </message>
</context>
</TS>
