#include "ui/pages/people/peoplecommands.h"

#include "core/access/peoplecsv.h"
#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/groupnamedialog.h"
#include "ui/forms/access/peopleimportdialog.h"
#include "ui/forms/access/principaldialog.h"
#include "ui/pages/people/peoplefiles.h"
#include "ui/pages/people/leavegroupdialog.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/questions.h"

#include <QDir>
#include <QFileInfo>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QString named(const QList<Person> &people)
{
    return people.size() == 1 ? people.first().name : peopleCount(people.size());
}

} // namespace

PeopleCommands::PeopleCommands(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_directory(parts.workspace.people())
    , m_window(window)
{
}

void PeopleCommands::report(const Error &error)
{
    Q_EMIT failed(peopleErrorText(error));
}

// One after another; what failed ends it, and what was done stays.
void PeopleCommands::run(QList<Step> steps, const QString &doneText)
{
    if (steps.isEmpty()) {
        Q_EMIT done(doneText);
        return;
    }
    const Step first = steps.takeFirst();
    whenDone(first(), this, [this, steps, doneText](const Result<> &result) {
        if (result)
            run(steps, doneText);
        else
            report(result.error());
    });
}

void PeopleCommands::confirm(const Task &task)
{
    if (task.steps.size() > mostPreviewed)
        return runAsked(task);
    previewNext(task, 0);
}

void PeopleCommands::previewNext(Task task, qsizetype step)
{
    if (step < task.steps.size()) {
        whenDone(m_parts.workspace.access().preview(m_parts.actor, task.steps.at(step).change), this,
                 [this, task, step](const Result<NamedPreview> &preview) mutable {
                     if (!preview)
                         return report(preview.error());
                     task.steps[step].preview = *preview;
                     previewNext(task, step + 1);
                 });
        return;
    }
    const auto concerns = [](const AccessPreviewDialog::Step &one) {
        const AccessPreview &found = one.preview->preview;
        return !found.guards.isEmpty() || found.peopleGaining + found.peopleLosing + found.peopleChanging > 0;
    };
    // One that a guard forbids is told of best by the command itself.
    const bool isOneForbidden = task.steps.size() == 1 && !task.steps.first().preview->preview.guards.isEmpty();
    if (isOneForbidden || std::none_of(task.steps.begin(), task.steps.end(), concerns))
        runAll(task);
    else
        openPreview(task);
}

void PeopleCommands::openPreview(const Task &task)
{
    auto *dialog = new AccessPreviewDialog({m_parts.workspace, m_parts.actor, m_parts.questions, m_parts.clock}, task.wording, task.steps, m_window);
    connect(dialog, &AccessPreviewDialog::applied, this, [this, text = task.doneText](const QList<Result<>> &results) {
        const auto failed = std::find_if(results.begin(), results.end(), [](const Result<> &one) { return !one; });
        if (failed != results.end())
            report(failed->error());
        else
            Q_EMIT done(text);
    });
    dialog->open();
}

void PeopleCommands::runAll(const Task &task)
{
    QList<Step> steps;
    for (const AccessPreviewDialog::Step &one : task.steps)
        steps += [one] { return one.apply(one.preview ? one.preview->preview : AccessPreview()); };
    run(steps, task.doneText);
}

void PeopleCommands::runAsked(const Task &task)
{
    Question question;
    question.title = task.wording.title;
    question.text = tr("Who gains and who loses access is not shown for more than %n changes at once.", nullptr, int(mostPreviewed));
    question.details = tr("Choose fewer to see it first.");
    question.answers = {task.wording.accept};
    m_parts.questions.ask(m_window, question, [this, task](int answer) {
        if (answer == 0)
            runAll(task);
    });
}

void PeopleCommands::addPerson()
{
    openForm({});
}

// As they are now, not as the list was read.
void PeopleCommands::edit(PersonId person)
{
    whenDone(m_directory.person(m_parts.actor, person), this, [this](const Result<Person> &read) {
        if (read)
            openForm(*read);
        else
            report(read.error());
    });
}

void PeopleCommands::openForm(const Person &person)
{
    whenDone(m_parts.workspace.serversOfCatalog(m_parts.actor), this, [this, person](const Result<QList<ConferenceServer>> &servers) {
        auto *dialog = new PersonDialog({m_directory, m_parts.actor, m_parts.questions, [this](const PersonDialog::Storing &storing) { storeForeseen(storing); }},
                                        {person, servers.value_or({}), m_authority}, m_window);
        connect(dialog, &PersonDialog::stored, this, [this, isNew = !person.id.isValid()](PersonId id, const QString &name) {
            Q_EMIT personStored(id);
            Q_EMIT done(isNew ? tr("%1 is added.").arg(name) : tr("%1 is changed.").arg(name));
        });
        dialog->keepDrafts(m_parts.workspace.drafts());
        dialog->open();
    });
}

// With who gains and who loses by the role first, where somebody does.
void PeopleCommands::storeForeseen(const PersonDialog::Storing &storing)
{
    const Person &person = storing.person;
    AccessPreviewDialog::Step step;
    step.subject.name = person.name;
    step.change = SetStanding{person.id, {.role = person.role, .switches = person.switches, .isBlocked = person.isBlocked}};
    step.apply = [this, person](const AccessPreview &) { return m_directory.update(m_parts.actor, person); };
    whenDone(m_parts.workspace.access().preview(m_parts.actor, step.change), storing.dialog, [this, step, storing](const Result<NamedPreview> &preview) mutable {
        const bool isForeseen = preview && preview->preview.guards.isEmpty();
        const AccessPreview found = isForeseen ? preview->preview : AccessPreview();
        if (found.peopleGaining + found.peopleLosing + found.peopleChanging == 0) // or what stands against it, which storing it tells
            return whenDone(step.apply(found), storing.dialog, storing.stored);
        step.preview = *preview;
        auto *dialog = new AccessPreviewDialog({m_parts.workspace, m_parts.actor, m_parts.questions, m_parts.clock},
                                               {.title = tr("Change %1").arg(storing.person.name), .accept = tr("&Change"), .isOfPeople = true},
                                               {step}, storing.dialog);
        QObject::connect(dialog, &AccessPreviewDialog::applied, storing.dialog,
                         [stored = storing.stored](const QList<Result<>> &results) { stored(results.first()); });
        QObject::connect(dialog, &QDialog::rejected, storing.dialog, storing.cancelled);
        dialog->open();
    });
}

void PeopleCommands::setBlocked(const QList<Person> &people, bool isBlocked)
{
    Task task;
    task.wording = {.title = isBlocked ? tr("Block") : tr("Unblock"), .accept = isBlocked ? tr("&Block") : tr("Un&block"), .isOfPeople = true};
    for (const Person &shown : people) {
        AccessPreviewDialog::Step step;
        step.subject.name = shown.name;
        step.change = SetStanding{shown.id, {.role = shown.role, .switches = shown.switches, .isBlocked = isBlocked}};
        step.apply = [this, id = shown.id, isBlocked](const AccessPreview &) {
            return chain(m_directory.person(m_parts.actor, id), this, [this, isBlocked](Person person) {
                person.isBlocked = isBlocked;
                return m_directory.update(m_parts.actor, person);
            });
        };
        task.steps += step;
    }
    task.doneText = isBlocked ? tr("%1: blocked.").arg(named(people)) : tr("%1: no longer blocked.").arg(named(people));
    confirm(task);
}

void PeopleCommands::remove(const QList<Person> &people)
{
    Question question;
    question.title = tr("Remove people");
    question.text = people.size() == 1 ? tr("Remove %1?").arg(people.first().name)
                                       : tr("Remove %n people?", nullptr, static_cast<int>(people.size()));
    question.details = tr("Their memberships in groups, IDs at servers and everything opened or denied to them go, for good. "
                          "Recordings they attended keep the names that the server gave. To keep it all and only lock them "
                          "out, block them.");
    question.answers = {people.size() == 1 ? tr("&Remove") : tr("&Remove %n people", nullptr, static_cast<int>(people.size()))};
    question.isDangerous = true;
    m_parts.questions.ask(m_window, question, [this, people](int answer) {
        if (answer != 0)
            return;
        Task task;
        task.wording = {.title = tr("Remove people"),
                        .accept = people.size() == 1 ? tr("&Remove") : tr("&Remove %n people", nullptr, static_cast<int>(people.size())),
                        .isOfPeople = true};
        for (const Person &person : people) {
            AccessPreviewDialog::Step step;
            step.subject.name = person.name;
            step.change = RemovePerson{person.id};
            step.apply = [this, id = person.id](const AccessPreview &) { return m_directory.remove(m_parts.actor, id); };
            task.steps += step;
        }
        task.doneText = tr("%1: removed.").arg(named(people));
        confirm(task);
    });
}

QFuture<Result<MergePeopleDialog::Candidate>> PeopleCommands::readCandidate(PersonId id)
{
    using Answer = Result<MergePeopleDialog::Candidate>;
    return chain(m_directory.person(m_parts.actor, id), this, [this](const Person &person) {
        return chain(m_directory.groupsOf(m_parts.actor, person.id), this, [person](const QList<Group> &groups) {
            return readyFuture(Answer(MergePeopleDialog::Candidate{person, groups}));
        });
    });
}

// As they are now: what goes over is not told from a list that was read before.
void PeopleCommands::merge(PersonId first, PersonId second)
{
    using Candidate = MergePeopleDialog::Candidate;
    whenDone(readCandidate(first), this, [this, second](const Result<Candidate> &one) {
        if (!one)
            return report(one.error());
        whenDone(readCandidate(second), this, [this, one = *one](const Result<Candidate> &two) {
            if (two)
                openMerge(one, *two);
            else
                report(two.error());
        });
    });
}

void PeopleCommands::openMerge(const MergePeopleDialog::Candidate &first, const MergePeopleDialog::Candidate &second)
{
    auto *dialog = new MergePeopleDialog(first, second, m_window);
    connect(dialog, &MergePeopleDialog::confirmed, this, [this, first = first.person, second = second.person](PersonId kept, PersonId other) {
        const QString name = kept == first.id ? first.name : second.name;
        AccessPreviewDialog::Step step;
        step.subject.name = name;
        step.change = MergePeople{kept, other};
        step.apply = [this, kept, other](const AccessPreview &) {
            Q_EMIT personStored(kept);
            return m_directory.merge(m_parts.actor, kept, other);
        };
        confirm({.wording = {.title = tr("Merge two people"), .accept = tr("&Merge"), .isOfPeople = true},
                 .steps = {step},
                 .doneText = tr("Merged: %1 stays.").arg(name)});
    });
    dialog->open();
}

void PeopleCommands::chooseGroupFor(const QList<Person> &people)
{
    auto *dialog = new PrincipalDialog(m_directory, m_parts.actor, PrincipalPicker::Contents::Groups,
                                       {tr("Add to a group"), tr("Into which group: %1?").arg(named(people)), tr("&Add")}, m_window);
    dialog->picker().setSingleSelection();
    connect(dialog, &PrincipalDialog::chosen, this, [this, people](const QList<NamedPrincipal> &groups) {
        const auto *id = std::get_if<GroupId>(&groups.first().principal);
        if (!id) // a member of a group that was opened
            return;
        QList<Member> members;
        for (const Person &person : people)
            members += {person.id, person.name};
        setMembers({*id, {}, groups.first().name, groups.first().builtIn}, members, true);
    });
    dialog->open();
}

void PeopleCommands::chooseGroupToLeave(const Person &person)
{
    whenDone(m_directory.groupsOf(m_parts.actor, person.id), this, [this, person](const Result<QList<Group>> &groups) {
        if (!groups)
            return report(groups.error());
        auto *dialog = new LeaveGroupDialog(person, *groups, m_window);
        connect(dialog, &LeaveGroupDialog::chosen, this, [this, person](const QList<Group> &left) {
            Task task;
            task.wording = {.title = tr("Take out of groups"), .accept = tr("&Take out"), .isOfPeople = true};
            QStringList names;
            for (const Group &group : left) {
                names += groupText(group);
                task.steps += membership(group, {person.id, groupText(group)}, false);
            }
            task.doneText = tr("%1 is no longer in: %2.").arg(person.name, names.join(u", "_s));
            confirm(task);
        });
        dialog->open();
    });
}

void PeopleCommands::newGroup()
{
    auto *dialog = new GroupNameDialog(m_directory, m_parts.actor, std::nullopt, m_window);
    connect(dialog, &GroupNameDialog::stored, this, &PeopleCommands::groupStored);
    dialog->open();
}

void PeopleCommands::rename(const Group &group)
{
    auto *dialog = new GroupNameDialog(m_directory, m_parts.actor, group, m_window);
    connect(dialog, &GroupNameDialog::stored, this, &PeopleCommands::groupStored);
    dialog->open();
}

void PeopleCommands::remove(const Group &group)
{
    Question question;
    question.title = tr("Remove group");
    question.text = tr("Remove the group %1?").arg(group.name);
    question.details = tr("Its members stay, but are in it no longer; what was opened or denied to the group is so no longer, "
                          "for good.");
    question.answers = {tr("&Remove")};
    question.isDangerous = true;
    m_parts.questions.ask(m_window, question, [this, group](int answer) {
        if (answer != 0)
            return;
        AccessPreviewDialog::Step step;
        step.subject.name = group.name;
        step.change = RemoveGroup{group.id};
        step.apply = [this, group](const AccessPreview &) { return m_directory.removeGroup(m_parts.actor, group.id); };
        Task task;
        task.wording = {.title = tr("Remove group"), .accept = tr("&Remove"), .isOfPeople = true};
        task.steps = {step};
        task.doneText = tr("The group %1 is removed.").arg(group.name);
        confirm(task);
    });
}

void PeopleCommands::chooseMembers(const Group &group)
{
    auto *dialog = new PrincipalDialog(m_directory, m_parts.actor, PrincipalPicker::Contents::GroupsAndPeople,
                                       {tr("Add members"), tr("Who comes into the group %1?").arg(groupText(group)), tr("&Add")},
                                       m_window);
    connect(dialog, &PrincipalDialog::chosen, this, [this, group](const QList<NamedPrincipal> &chosen) {
        QList<Member> members;
        for (const NamedPrincipal &one : chosen)
            members += {one.principal, principalText(one)};
        setMembers(group, members, true);
    });
    dialog->open();
}

AccessPreviewDialog::Step PeopleCommands::membership(const Group &group, const Member &member, bool isMember)
{
    AccessPreviewDialog::Step step;
    step.subject.name = member.name;
    step.change = SetMembership{group.id, member.principal, isMember};
    step.apply = [this, id = group.id, principal = member.principal, isMember](const AccessPreview &) {
        return m_directory.setMember(m_parts.actor, id, principal, isMember);
    };
    return step;
}

void PeopleCommands::setMembers(const Group &group, const QList<Member> &members, bool areMembers)
{
    Task task;
    task.wording = {.title = areMembers ? tr("Add to “%1”").arg(groupText(group)) : tr("Take out of “%1”").arg(groupText(group)),
                    .accept = areMembers ? tr("&Add") : tr("&Take out"),
                    .isOfPeople = true};
    for (const Member &member : members)
        task.steps += membership(group, member, areMembers);
    task.doneText = areMembers ? tr("The group %1 has %n new member(s).", nullptr, static_cast<int>(members.size())).arg(groupText(group))
                               : tr("The group %1 has lost %n member(s).", nullptr, static_cast<int>(members.size())).arg(groupText(group));
    confirm(task);
}

void PeopleCommands::importFile()
{
    const FileQuestion question{tr("Import people"), QDir::homePath(), tr("Lists of people (*.csv *.txt);;All files (*)")};
    m_parts.questions.chooseFileToOpen(m_window, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        whenDone(readPeopleFile(path), this, [this, path](const Result<QByteArray> &csv) {
            if (csv)
                openImport(*csv, QFileInfo(path).fileName());
            else
                report(csv.error());
        });
    });
}

void PeopleCommands::importRecording(RecordingId recording, const QString &title)
{
    const auto names = std::make_shared<QHash<ServerId, QString>>();
    const auto drafts = chain(m_parts.workspace.serversOfCatalog(m_parts.actor), this,
                              [this, recording, names](const QList<ConferenceServer> &servers) {
                                  for (const ConferenceServer &server : servers)
                                      names->insert(server.id, server.name);
                                  return m_directory.peopleOfRecording(m_parts.actor, recording);
                              });
    whenDone(drafts, this, [this, names, title](const Result<QList<Person>> &people) {
        if (people)
            openImport(csvOfDrafts(*people, *names), tr("the participants of “%1” with an ID at their server").arg(title.left(80)));
        else
            report(people.error());
    });
}

void PeopleCommands::openImport(const QByteArray &csv, const QString &source)
{
    auto *dialog = new PeopleImportDialog(m_directory, m_parts.actor, csv, source, m_window->window());
    connect(dialog, &PeopleImportDialog::applied, this, [this](int added, int changed) {
        Q_EMIT done(tr("Imported. New: %1, changed: %2.").arg(added).arg(changed));
    });
    dialog->open();
}

void PeopleCommands::exportFile()
{
    const FileQuestion question{tr("Export people"), QDir::home().filePath(u"people.csv"_s), tr("Lists of people (*.csv)")};
    m_parts.questions.chooseFileToSave(m_window, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        const auto written = chain(m_directory.exportCsv(m_parts.actor), this,
                                   [path](const QByteArray &csv) { return writePeopleFile(path, csv); });
        whenDone(written, this, [this, path](const Result<> &result) {
            if (!result)
                return report(result.error());
            Q_EMIT done(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
            const ExportNote note{.action = u"people.exported"_s, .recording = {}, .format = u"csv"_s, .file = QFileInfo(path).fileName()};
            whenDone(m_parts.workspace.audit().noteExport(m_parts.actor, note), this, [this](const Result<> &noted) {
                if (!noted && !m_parts.actor.onlyLooks) // who only looks leaves no line
                    report(noted.error());
            });
        });
    });
}

} // namespace letopis
