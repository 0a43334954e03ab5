<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
        <translation>
            <numerusform>%n moderator</numerusform>
            <numerusform>%n moderators</numerusform>
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
