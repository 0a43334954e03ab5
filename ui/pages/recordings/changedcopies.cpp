#include "ui/pages/recordings/changedcopies.h"

#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/text/materialtext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <QGuiApplication>
#include <QWindow>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostNames = 5;

QString namesOf(const QList<ChangedCopy> &copies)
{
    QStringList names;
    for (const ChangedCopy &copy : copies.first(std::min(mostNames, copies.size())))
        names += quotedName(copy.name);
    return names.join(u", "_s) + (copies.size() > mostNames ? u" …"_s : QString());
}

} // namespace

ChangedCopies::ChangedCopies(Workspace &workspace, Actor actor, Questions &questions, MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_questions(questions)
    , m_bar(bar)
{
    connect(&m_workspace, &Workspace::jobChanged, this, &ChangedCopies::onJobChanged);
    connect(&m_bar, &MessageBar::closed, this, [this] { m_putOff += std::exchange(m_offered, {}); });
    // Who comes back from the program that has the copy has saved there.
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow *window) {
        if (window)
            look(m_recording);
    });
}

void ChangedCopies::look(RecordingId recording)
{
    if (recording != m_recording) {
        m_recording = recording;
        onFound({});
    }
    const quint64 number = ++m_look;
    if (!m_recording.isValid())
        return;
    whenDone(m_workspace.materials().changedCopies(m_actor, m_recording), this,
             [this, number](const Result<QList<ChangedCopy>> &found) {
                 if (number == m_look)
                     onFound(found.value_or({})); // who may not add versions is offered nothing
             });
}

void ChangedCopies::onFound(QList<ChangedCopy> found)
{
    const QList<ChangedCopy> adding = m_adding.values();
    found.removeIf([&](const ChangedCopy &one) { return m_putOff.contains(one) || adding.contains(one); });
    std::stable_sort(found.begin(), found.end(),
                     [](const ChangedCopy &a, const ChangedCopy &b) { return a.changedAt < b.changedAt; });
    if (found == m_offered)
        return; // nothing is said twice
    m_offered = std::move(found);
    offer();
}

void ChangedCopies::offer()
{
    if (m_offered.isEmpty())
        return m_bar.clear();
    const bool isOne = m_offered.size() == 1;
    m_bar.showMessage(MessageBar::Level::Information,
                      isOne ? tr("%1 was changed since it was opened").arg(quotedName(m_offered.first().name))
                            : tr("%n file(s) were changed since they were opened", nullptr, int(m_offered.size())),
                      isOne ? QString() : namesOf(m_offered));
    m_bar.addAction(isOne ? tr("Add as new version") : tr("Add as new versions"), [this] { addVersions(); });
    m_bar.addAction(tr("Discard…"), [this] { askToDiscard(); });
}

void ChangedCopies::addVersions()
{
    const QList<ChangedCopy> copies = std::exchange(m_offered, {});
    m_bar.clear();
    for (const ChangedCopy &copy : copies)
        m_adding.insert(m_workspace.materials().startAddVersion(m_actor, copy.material, copy.file), copy);
    for (const JobStatus &status : m_workspace.jobs(m_actor))
        onJobChanged(status); // one may have ended before it was known here
}

void ChangedCopies::onJobChanged(const JobStatus &status)
{
    if (status.state != Job::State::Finished || m_adding.remove(status.id) == 0)
        return;
    if (status.error && status.error->kind != ErrorKind::Cancelled)
        Q_EMIT failed(*status.error);
    look(m_recording); // what was not added is offered again
}

void ChangedCopies::askToDiscard()
{
    const QList<ChangedCopy> copies = m_offered;
    Question question{.title = tr("Discard changes"),
                      .text = copies.size() == 1
                          ? tr("Discard what was changed in %1?").arg(quotedName(copies.first().name))
                          : tr("Discard what was changed in %n file(s)?", nullptr, int(copies.size())),
                      .details = tr("It is on this computer only and cannot be brought back."),
                      .answers = {tr("Discard")},
                      .defaultAnswer = -1,
                      .isDangerous = true};
    if (copies.size() > 1)
        question.details.prepend(namesOf(copies) + u'\n');
    m_questions.ask(&m_bar, question, [this, copies](int answer) {
        if (answer == 0)
            discard(copies);
    });
}

void ChangedCopies::discard(const QList<ChangedCopy> &copies)
{
    for (const ChangedCopy &copy : copies) {
        whenDone(m_workspace.materials().discardCopy(m_actor, copy), this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            look(m_recording);
        });
    }
}

} // namespace letopis
