#include "ui/forms/dialogdrafts.h"

#include "core/base/whendone.h"
#include "core/workspace/draftbook.h"
#include "ui/text/dates.h"
#include "ui/widgets/messagebar.h"

#include <QJsonDocument>
#include <QLocale>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestName = 80;

QString nameOf(const FormDraft &draft)
{
    const QString name = QJsonDocument::fromJson(draft.content).object().value(u"name"_s).toString().simplified();
    return name.size() <= longestName ? name : name.left(longestName) + u'…';
}

} // namespace

DialogDrafts::DialogDrafts(DraftBook &book, Actor actor, QString prefix, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_actor(std::move(actor))
    , m_prefix(std::move(prefix))
    , m_messages(messages)
    , m_saver(book, m_actor)
{
}

void DialogDrafts::setRecording(RecordingId recording)
{
    if (std::exchange(m_recording, recording) == recording || !recording.isValid())
        return;
    m_found.clear();
    whenDone(m_book.drafts(m_actor, recording), this, [this, recording](const Result<QList<FormDraft>> &drafts) {
        if (!drafts || recording != m_recording)
            return; // what is kept there stays, for the next time
        for (const FormDraft &one : *drafts) {
            if (!one.form.startsWith(m_prefix))
                continue;
            m_saver.onRead(one);
            m_found += one;
        }
        offerNext();
    });
}

void DialogDrafts::offerNext()
{
    if (m_found.isEmpty())
        return;
    const FormDraft draft = m_found.takeFirst();
    offer(draft, tr("Not saved since %1: “%2”").arg(absoluteDate(draft.since), nameOf(draft)));
}

std::function<void()> DialogDrafts::watch(QDialog &dialog, const QString &form, const Snapshot &content)
{
    const auto draft = [recording = m_recording, form, content] {
        const QJsonObject object = content();
        return FormDraft{.recording = recording,
                         .form = form,
                         .content = object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact),
                         .since = {},
                         .savedAt = {}};
    };
    connect(&dialog, &QDialog::accepted, this, [this, draft] { onFinished(draft(), true); });
    connect(&dialog, &QDialog::rejected, this, [this, draft] { onFinished(draft(), false); });
    return [this, recording = m_recording, form, content] {
        m_saver.typed(recording, form, [object = content()] { return object; });
    };
}

void DialogDrafts::onFinished(const FormDraft &draft, bool isAccepted)
{
    if (isAccepted) {
        m_saver.flush();
        m_accepted = draft;
        return;
    }
    m_saver.remove(draft.recording, draft.form);
    // By mistake, perhaps: the text is at hand until something else is to be said.
    if (!draft.content.isEmpty() && draft.recording == m_recording)
        offer(draft, tr("Not saved: “%1”").arg(nameOf(draft)));
}

void DialogDrafts::onStored(const FormDraft &accepted)
{
    if (accepted.recording.isValid())
        m_saver.remove(accepted.recording, accepted.form);
    if (accepted.recording == m_recording)
        offerNext();
}

void DialogDrafts::offerAgain(const FormDraft &accepted)
{
    if (accepted.content.isEmpty() || accepted.recording != m_recording)
        return;
    if (m_messages.hasMessage())
        addActions(accepted);
    else
        offer(accepted, tr("Not saved: “%1”").arg(nameOf(accepted)));
}

void DialogDrafts::offer(const FormDraft &draft, const QString &text)
{
    m_messages.showMessage(MessageBar::Level::Information, text);
    addActions(draft);
}

void DialogDrafts::addActions(const FormDraft &draft)
{
    m_messages.addAction(tr("Conti&nue editing"), [this, draft] {
        m_messages.clear();
        if (draft.recording == m_recording)
            Q_EMIT continueRequested(draft);
    });
    m_messages.addAction(tr("Discard"), [this, draft] {
        m_messages.clear();
        m_saver.remove(draft.recording, draft.form);
        offerNext();
    });
}

QString restoredDraftText(const QDateTime &since, const QStringList &overtakenFields)
{
    const QString text = since.isValid() ? DialogDrafts::tr("Typed on %1 and not saved.").arg(absoluteDate(since))
                                         : DialogDrafts::tr("Not saved yet.");
    if (overtakenFields.isEmpty())
        return text;
    return text + u' '
        + DialogDrafts::tr("Changed by somebody else meanwhile: %1.").arg(QLocale().createSeparatedList(overtakenFields));
}

} // namespace letopis
