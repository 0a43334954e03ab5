#include "ui/forms/draftsaver.h"

#include "core/base/whendone.h"
#include "core/workspace/draftbook.h"

#include <QJsonDocument>

#include <utility>

namespace letopis {

using namespace std::chrono_literals;

DraftSaver::DraftSaver(DraftBook &book, Actor actor, QObject *parent)
    : QObject(parent), m_book(book), m_actor(std::move(actor))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(400ms);
    m_latest.setSingleShot(true);
    m_latest.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &DraftSaver::flush);
    connect(&m_latest, &QTimer::timeout, this, &DraftSaver::flush);
}

DraftSaver::~DraftSaver()
{
    flush(); // the catalog does what it was asked for before it closes
}

void DraftSaver::typed(RecordingId recording, const QString &form, Content content)
{
    m_waiting.insert({recording, form}, std::move(content));
    m_soon.start();
    if (!m_latest.isActive())
        m_latest.start();
}

void DraftSaver::onRead(const FormDraft &draft)
{
    m_kept.insert({draft.recording, draft.form}, draft.content);
}

void DraftSaver::remove(RecordingId recording, const QString &form)
{
    const Key key{recording, form};
    m_waiting.remove(key);
    write(key, [] { return QJsonObject(); });
}

void DraftSaver::flush()
{
    m_soon.stop();
    m_latest.stop();
    const QMap<Key, Content> waiting = std::exchange(m_waiting, {});
    for (auto one = waiting.cbegin(); one != waiting.cend(); ++one)
        write(one.key(), one.value());
}

void DraftSaver::whenKept(std::function<void(bool)> done)
{
    flush();
    if (m_underWay == 0)
        done(m_waiting.isEmpty());
    else
        m_asking.push_back(std::move(done));
}

void DraftSaver::write(const Key &key, const Content &content)
{
    const QJsonObject object = content();
    const QByteArray bytes = object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (m_kept.value(key) == bytes)
        return;
    if (bytes.isEmpty())
        m_kept.remove(key);
    else
        m_kept.insert(key, bytes);
    ++m_underWay;
    const QFuture<Result<>> written = bytes.isEmpty() ? m_book.remove(m_actor, key.first, key.second)
                                                      : m_book.keep(m_actor, key.first, key.second, bytes);
    whenDone(written, this, [this, key, content](const Result<> &done) { onWritten(key, content, done); });
}

void DraftSaver::onWritten(const Key &key, const Content &content, const Result<> &done)
{
    --m_underWay;
    if (done) {
        Q_EMIT kept(key.first, key.second);
    } else {
        m_kept.insert(key, "?"); // whatever is there, it is not what is wanted
        if (!m_waiting.contains(key))
            m_waiting.insert(key, content);
        Q_EMIT failed(key.first, key.second, done.error());
    }
    if (m_underWay > 0)
        return;
    for (const auto &asking : std::exchange(m_asking, {}))
        asking(m_waiting.isEmpty());
}

} // namespace letopis
