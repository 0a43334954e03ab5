#pragma once

#include "core/domain/actor.h"
#include "core/domain/formdraft.h"

#include <QJsonObject>
#include <QMap>
#include <QTimer>

#include <functional>
#include <vector>

namespace letopis {

class DraftBook;

// Keeps what is typed into forms, a moment after the last key and every two seconds while somebody types on. Nothing is
// written that is there already. What waits is written when it goes.
class DraftSaver final : public QObject
{
    Q_OBJECT

public:
    using Content = std::function<QJsonObject()>; // empty: there is nothing to keep (any more)

    DraftSaver(DraftBook &book, Actor actor, QObject *parent = nullptr);
    ~DraftSaver() override;

    void typed(RecordingId recording, const QString &form, Content content); // asked when it is time
    void onRead(const FormDraft &draft);                                     // the book has it: removed once it is empty
    void remove(RecordingId recording, const QString &form);                 // at once
    void flush();

    bool isKept() const { return m_waiting.isEmpty() && m_underWay == 0; }
    // Flushes; `done` says whether all of it is in the book. It may come at once.
    void whenKept(std::function<void(bool isKept)> done);

Q_SIGNALS:
    void kept(letopis::RecordingId recording, const QString &form); // or removed
    void failed(letopis::RecordingId recording, const QString &form, const letopis::Error &error);

private:
    using Key = std::pair<RecordingId, QString>;

    void write(const Key &key, const Content &content);
    void onWritten(const Key &key, const Content &content, const Result<> &done);

    DraftBook &m_book;
    const Actor m_actor;
    QMap<Key, Content> m_waiting; // also what could not be kept: tried again with the next key
    QMap<Key, QByteArray> m_kept; // as last written; not there: nothing is in the book
    int m_underWay = 0;
    std::vector<std::function<void(bool)>> m_asking;
    QTimer m_soon;
    QTimer m_latest;
};

} // namespace letopis
