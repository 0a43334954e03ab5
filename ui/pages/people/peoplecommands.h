#pragma once

#include "core/access/peopleauthority.h"
#include "core/domain/server.h"
#include "core/workspace/peopledirectory.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/access/mergepeopledialog.h"
#include "ui/forms/access/persondialog.h"
#include "ui/text/errortext.h"

class QWidget;

namespace letopis {

class Clock;
class Questions;
class Workspace;

// What is done with people and groups, with the dialogs and questions it takes. The directory checks every right.
class PeopleCommands final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Workspace &workspace;
        Actor actor;
        Questions &questions;
        const Clock &clock;
    };

    // Dialogs belong to `window`, which lives as long.
    PeopleCommands(const Parts &parts, QWidget *window);

    void setAuthority(PeopleAuthority authority) { m_authority = authority; }

    void addPerson();
    void edit(PersonId person);
    void setBlocked(const QList<Person> &people, bool isBlocked);
    void remove(const QList<Person> &people);
    void merge(PersonId first, PersonId second);
    void chooseGroupFor(const QList<Person> &people);
    void chooseGroupToLeave(const Person &person);

    void newGroup();
    void rename(const Group &group);
    void remove(const Group &group);
    void chooseMembers(const Group &group);
    struct Member
    {
        Principal principal;
        QString name = {}; // plain text, for the preview
    };
    void setMembers(const Group &group, const QList<Member> &members, bool areMembers);

    void importFile();
    void importRecording(RecordingId recording, const QString &title);
    void exportFile();

Q_SIGNALS:
    void done(const QString &text);
    void failed(const letopis::ErrorText &text);
    void personStored(letopis::PersonId person);
    void groupStored(letopis::GroupId group);

private:
    // How many changes at once are previewed; more of them are asked about without.
    static constexpr qsizetype mostPreviewed = 50;

    using Step = std::function<QFuture<Result<>>()>;
    struct Task
    {
        AccessPreviewDialog::Wording wording;
        QList<AccessPreviewDialog::Step> steps; // none previewed yet
        QString doneText;
    };

    AccessPreviewDialog::Step membership(const Group &group, const Member &member, bool isMember);
    void openForm(const Person &person);
    void storeForeseen(const PersonDialog::Storing &storing);
    QFuture<Result<MergePeopleDialog::Candidate>> readCandidate(PersonId person);
    void openMerge(const MergePeopleDialog::Candidate &first, const MergePeopleDialog::Candidate &second);
    void run(QList<Step> steps, const QString &doneText);
    // Runs the task, after showing who gains and who loses where somebody does.
    void confirm(const Task &task);
    void previewNext(Task task, qsizetype step);
    void runAll(const Task &task);
    void runAsked(const Task &task);
    void openPreview(const Task &task);
    void openImport(const QByteArray &csv, const QString &source);
    void report(const Error &error);

    const Parts m_parts;
    PeopleDirectory &m_directory;
    QWidget *m_window;
    PeopleAuthority m_authority = PeopleAuthority::Nothing;
};

} // namespace letopis
