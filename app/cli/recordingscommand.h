#pragma once

#include "app/cli/commandline.h"
#include "app/cli/peoplecommand.h"
#include "core/domain/recordingquery.h"

namespace letopis::cli {

// What the command line asks of the catalog. The server is a name until the catalog is open.
struct RecordingsRequest
{
    RecordingQuery query;
    QString serverName;
    QString viewer; // what this person can see
    QByteArray after;
    qint64 limit = 100; // 0: all
};

// recordings: prints page after page, so that memory stays bounded for JSON and CSV however many there are.
class RecordingsCommand final : public PeopleCommand
{
    Q_OBJECT

public:
    RecordingsCommand(Session &session, RecordingsRequest request);

    void start() override;

private:
    void findServer();
    void fetchPage();
    void fetchDetails(RecordingPage page);
    void onPage(const QByteArray &next);
    void writeJson();
    void end();

    RecordingsRequest m_request;
    QList<RecordingDetails> m_page;
    Grid m_grid;
    qint64 m_printed = 0;
    qsizetype m_awaited = 0;
};

// A day (whole, UTC) or a moment, ISO 8601. For `isEnd` a day means the moment after it. Invalid where it is neither.
QDateTime moment(const QString &typed, bool isEnd);

CommandSpec recordingsSpec();
CommandSpec whatSpec(); // the same of what a person can see

} // namespace letopis::cli
