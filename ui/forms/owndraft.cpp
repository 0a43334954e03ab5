#include "ui/forms/owndraft.h"

#include "core/base/whendone.h"
#include "core/workspace/draftbook.h"
#include "ui/forms/dialogdrafts.h"
#include "ui/widgets/messagebar.h"

#include <QJsonDocument>

#include <utility>

namespace letopis {

OwnDraft::OwnDraft(DraftBook &book, Actor actor, QString form, Fields fields, MessageBar &messages, QDialog &dialog)
    : QObject(&dialog)
    , m_book(book)
    , m_actor(std::move(actor))
    , m_form(std::move(form))
    , m_fields(std::move(fields))
    , m_messages(messages)
    , m_saver(book, m_actor)
{
    connect(&dialog, &QDialog::finished, this, &OwnDraft::remove); // stored or discarded; not at the end of the program
}

void OwnDraft::begin()
{
    if (std::exchange(m_isBegun, true))
        return;
    whenDone(m_book.drafts(m_actor, {}), this, [this](const Result<QList<FormDraft>> &drafts) {
        for (const FormDraft &one : drafts.value_or({})) {
            if (one.form != m_form)
                continue;
            m_saver.onRead(one);
            if (m_fields.content().isEmpty()) // else somebody was quicker: theirs is the newer
                offer(one);
        }
    });
}

void OwnDraft::offer(const FormDraft &draft)
{
    const QStringList overtaken = m_fields.restore(QJsonDocument::fromJson(draft.content).object());
    if (m_fields.content().isEmpty()) // it is stored by now
        return remove();
    m_messages.showMessage(MessageBar::Level::Information, restoredDraftText(draft.since, overtaken));
    m_messages.addAction(DialogDrafts::tr("Discard"), [this] {
        m_messages.clear();
        m_fields.putBack();
        remove();
    });
}

void OwnDraft::typed()
{
    if (!m_isBegun)
        return;
    // Asked when it is time; the dialog's fields may be gone before the saver is, so the content is taken here.
    m_saver.typed({}, m_form, [content = m_fields.content()] { return content; });
}

void OwnDraft::remove()
{
    m_saver.remove({}, m_form);
}

} // namespace letopis
