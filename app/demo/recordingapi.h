#pragma once

#include "app/demo/catalog.h"
#include "app/demo/httpanswer.h"
#include "app/demo/serverdisk.h"

#include <QHash>

#include <map>

namespace letopis::demo {

// BigBlueButton's recording API, or Scalelite's. Lives in the server's thread.
class RecordingApi
{
public:
    RecordingApi(const Options &options, Catalog &catalog, const ServerDisk &disk, QByteArray base, QByteArray secret);

    // `call` is what follows /bigbluebutton/api/, empty for the version.
    HttpAnswer answer(const QByteArray &call, const HttpRequest &request);
    // /bigbluebutton/textTrack/<token>/<recordID>/<file>: a token works once.
    HttpAnswer textTrack(const QByteArray &path);

    void setSecret(const QByteArray &secret) { m_secret = secret; }
    const QByteArray &secret() const { return m_secret; }
    void setPaging(Paging paging) { m_options.paging = paging; }
    // Recordings no client should trust, as ready <recording> elements; part of every complete listing.
    // How publishRecordings and deleteRecordings behave.
    enum class Obedience {
        Obeys,
        Lies,    // says yes and does nothing
        Refuses, // FAILED
    };
    void setObedience(Obedience obedience) { m_obedience = obedience; }
    void setHostile(QList<QByteArray> recordings) { m_hostile = std::move(recordings); }

private:
    using Parameters = std::map<QByteArray, QByteArray>;
    struct Call
    {
        QByteArray name;
        const HttpRequest &request;
        Parameters parameters;
        bool isRepeated = false; // a name given twice
    };

    HttpAnswer version() const;
    HttpAnswer getRecordings(const Call &call);
    HttpAnswer page(const RecordingQuery &query, qint64 offset, qint64 limit);
    QList<QByteArray> hostileFor(const RecordingQuery &query) const; // none in an answer that was filtered
    HttpAnswer publish(const Call &call);
    HttpAnswer remove(const Call &call);
    HttpAnswer update(const Call &call);
    HttpAnswer textTracks(const Call &call);
    HttpAnswer meetings(const Call &call) const;
    Call parsed(const QByteArray &name, const HttpRequest &request) const;
    bool isAuthentic(const Call &call) const;
    RecordingQuery query(const Call &call) const;
    bool existAny(const QList<QByteArray> &ids) const;
    void change(int index, State to);
    void lookAtDisk();
    bool updateMeta(int index, const Parameters &parameters);

    Options m_options;
    Catalog &m_catalog;
    const ServerDisk &m_disk;
    QByteArray m_base;
    QByteArray m_secret;
    QList<QByteArray> m_hostile;
    Obedience m_obedience = Obedience::Obeys;
    QHash<QByteArray, QByteArray> m_trackTokens;
    quint64 m_tokens = 0;
};

// Recordings with traps: right-to-left and HTML names, `..`, huge attributes, bad dates, repeated and odd ids.
QList<QByteArray> hostileRecordings(const QByteArray &base);

} // namespace letopis::demo
