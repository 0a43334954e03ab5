#pragma once

#include "ui/forms/draftsaver.h"

#include <QDialog>

namespace letopis {

class MessageBar;

// What is typed into a dialog that belongs to no recording, kept until the dialog ends: what the end of the program left is in
// the fields again when it is next opened, and its message bar says so. Parent of nothing; goes with its dialog.
class OwnDraft final : public QObject
{
    Q_OBJECT

public:
    struct Fields
    {
        std::function<QJsonObject()> content; // empty: nothing that is not stored
        std::function<QStringList(const QJsonObject &)> restore; // names of what somebody else changed meanwhile
        std::function<void()> putBack;                           // as they are stored
    };

    OwnDraft(DraftBook &book, Actor actor, QString form, Fields fields, MessageBar &messages, QDialog &dialog);

    void begin(); // once the fields show what is stored
    void typed();
    void remove(); // it was stored, and the dialog stays open

private:
    void offer(const FormDraft &draft);

    DraftBook &m_book;
    const Actor m_actor;
    const QString m_form;
    const Fields m_fields;
    MessageBar &m_messages;
    DraftSaver m_saver;
    bool m_isBegun = false;
};

} // namespace letopis
