#pragma once

#include "ui/forms/draftsaver.h"

#include <QDialog>

#include <utility>

namespace letopis {

class MessageBar;

// What is typed into the dialogs of one tab, kept until it is stored. What was not saved, be it that the program ended or the
// dialog was closed, is offered in the tab's message bar. Contents have a "name" for that.
class DialogDrafts final : public QObject
{
    Q_OBJECT

public:
    using Snapshot = std::function<QJsonObject()>; // empty: nothing to keep

    // Of forms whose names begin with `prefix`.
    DialogDrafts(DraftBook &book, Actor actor, QString prefix, MessageBar &messages, QObject *parent = nullptr);

    void setRecording(RecordingId recording); // reads what was kept, once for each recording shown
    QString form(const QString &key) const { return m_prefix + key; }
    QString key(const FormDraft &draft) const { return draft.form.mid(m_prefix.size()); }

    // While the dialog is open; call it before you connect to its end, and connect its signal of each change to what comes back.
    std::function<void()> watch(QDialog &dialog, const QString &form, const Snapshot &content);
    // What the dialog was accepted with, for whoever is told of its end after watch(): it is kept until one of these follows,
    // whatever dialogs and recordings come between.
    FormDraft takeAccepted() { return std::exchange(m_accepted, {}); }
    void onStored(const FormDraft &accepted);   // it is in the catalog
    void offerAgain(const FormDraft &accepted); // it is not: buttons beside the message that says why

Q_SIGNALS:
    void continueRequested(const letopis::FormDraft &draft); // open the form with it

private:
    void offerNext();
    void offer(const FormDraft &draft, const QString &text);
    void addActions(const FormDraft &draft);
    void onFinished(const FormDraft &draft, bool isAccepted);

    DraftBook &m_book;
    const Actor m_actor;
    const QString m_prefix;
    MessageBar &m_messages;
    RecordingId m_recording;
    QList<FormDraft> m_found; // not offered yet
    FormDraft m_accepted; // not taken yet
    DraftSaver m_saver;
};

// "Typed on 20 November 2026, 12:40 and not saved." and, with fields, that they were changed meanwhile.
QString restoredDraftText(const QDateTime &since, const QStringList &overtakenFields);

} // namespace letopis
