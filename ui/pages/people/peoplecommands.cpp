#include "ui/pages/people/peoplecommands.h"

#include "core/access/peoplecsv.h"
#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/groupnamedialog.h"
#include "ui/forms/access/peopleimportdialog.h"
#include "ui/forms/access/persondialog.h"
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
        auto *dialog = new PersonDialog({m_directory, m_parts.actor, m_parts.questions},
                                        {person, servers.value_or({}), m_authority}, m_window);
        connect(dialog, &PersonDialog::stored, this, [this, isNew = !person.id.isValid()](PersonId id, const QString &name) {
            Q_EMIT personStored(id);
            Q_EMIT done(isNew ? tr("%1 is added.").arg(name) : tr("%1 is changed.").arg(name));
        });
        dialog->open();
    });
}

void PeopleCommands::setBlocked(const QList<Person> &people, bool isBlocked)
{
    QList<Step> steps;
    for (const Person &shown : people) {
        steps += [this, shown, isBlocked] {
            return chain(m_directory.person(m_parts.actor, shown.id), this, [this, isBlocked](Person person) {
                person.isBlocked = isBlocked;
                return m_directory.update(m_parts.actor, person);
            });
        };
    }
    run(steps, isBlocked ? tr("%1: blocked.").arg(named(people)) : tr("%1: no longer blocked.").arg(named(people)));
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
        QList<Step> steps;
        for (const Person &person : people)
            steps += [this, id = person.id] { return m_directory.remove(m_parts.actor, id); };
        run(steps, tr("%1: removed.").arg(named(people)));
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
        Q_EMIT personStored(kept);
        run({[this, kept, other] { return m_directory.merge(m_parts.actor, kept, other); }},
            tr("Merged: %1 stays.").arg(kept == first.id ? first.name : second.name));
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
        QList<Principal> members;
        for (const Person &person : people)
            members += person.id;
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
            QList<Step> steps;
            QStringList names;
            for (const Group &group : left) {
                names += groupText(group);
                steps += [this, id = group.id, member = person.id] {
                    return m_directory.setMember(m_parts.actor, id, member, false);
                };
            }
            run(steps, tr("%1 is no longer in: %2.").arg(person.name, names.join(u", "_s)));
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
        if (answer == 0)
            run({[this, group] { return m_directory.removeGroup(m_parts.actor, group.id); }},
                tr("The group %1 is removed.").arg(group.name));
    });
}

void PeopleCommands::chooseMembers(const Group &group)
{
    auto *dialog = new PrincipalDialog(m_directory, m_parts.actor, PrincipalPicker::Contents::GroupsAndPeople,
                                       {tr("Add members"), tr("Who comes into the group %1?").arg(groupText(group)), tr("&Add")},
                                       m_window);
    connect(dialog, &PrincipalDialog::chosen, this, [this, group](const QList<NamedPrincipal> &chosen) {
        QList<Principal> members;
        for (const NamedPrincipal &one : chosen)
            members += one.principal;
        setMembers(group, members, true);
    });
    dialog->open();
}

void PeopleCommands::setMembers(const Group &group, const QList<Principal> &members, bool areMembers)
{
    QList<Step> steps;
    for (const Principal &member : members)
        steps += [this, id = group.id, member, areMembers] { return m_directory.setMember(m_parts.actor, id, member, areMembers); };
    run(steps, areMembers ? tr("The group %1 has %n new member(s).", nullptr, static_cast<int>(members.size())).arg(groupText(group))
                          : tr("The group %1 has lost %n member(s).", nullptr, static_cast<int>(members.size())).arg(groupText(group)));
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
            if (result)
                Q_EMIT done(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
            else
                report(result.error());
        });
    });
}

} // namespace letopis
