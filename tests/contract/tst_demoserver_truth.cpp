#include "tests/contract/demoserverclient.h"
#include "tests/support/democonference.h"

#include "core/playback/eventsreader.h"

#include <QTest>

#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

// What a reader should find of one person.
struct Person
{
    int joins = 0;
    qint64 talkMs = 0;
    int chatMessages = 0;
    int pollAnswers = 0;
    bool wasModerator = false;

    friend bool operator==(const Person &, const Person &) = default;
};

using People = std::multimap<QByteArray, Person>; // by name and account

QByteArray keyOf(const QByteArray &name, bool phone)
{
    return phone ? "phone: " + name : name;
}

People truth(const demo::MeetingScript &script)
{
    People people;
    for (std::size_t i = 0; i < script.attendees.size(); ++i) {
        const demo::Attendee &attendee = script.attendees[i];
        // Without an account each new user id is another person: nobody can tell.
        std::set<QByteArray> ids;
        for (const demo::Session &session : attendee.sessions)
            ids.insert(attendee.externalId.isEmpty() ? session.userId : attendee.externalId);
        if (ids.size() > 1)
            continue;
        Person person;
        person.joins = int(attendee.sessions.size());
        for (const demo::Span &talk : attendee.talks)
            person.talkMs += talk.toMs - talk.fromMs;
        for (const demo::ChatLine &line : script.chat)
            person.chatMessages += line.attendee == i ? 1 : 0;
        for (const demo::Poll &poll : script.polls)
            person.pollAnswers +=
                poll.isSecret ? 0 : int(std::ranges::count(poll.votes, i, &demo::PollAnswer::attendee));
        person.wasModerator = attendee.isModerator || !attendee.roleChanges.empty();
        people.emplace(keyOf(attendee.name, attendee.isPhone), person);
    }
    return people;
}

} // namespace

// The demo server's events.xml and our reader of it, against what was written into the meeting.
class tst_DemoServerTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReaderFindsWhatHappened();
};

void tst_DemoServerTruth::theReaderFindsWhatHappened()
{
    demo::Options options = DemoConference::defaultOptions(24);
    options.media = demo::Media::None;
    options.sshd = false;
    options.seed = 11;
    DemoConference conference;
    QVERIFY2(conference.start(options), qPrintable(conference.error()));
    const QStringList known = conference.recordIds();
    int checked = 0;
    for (const QString &id : known) {
        const QByteArray events =
            contentOf(conference.connection().dataRoot + u"/recording/raw/"_s + id + u"/events.xml"_s);
        if (events.isEmpty())
            continue;
        EventsReader reader(id);
        QVERIFY(reader.feed(events).has_value());
        const Result<MeetingRecord> record = reader.finish();
        QVERIFY2(record.has_value(), qPrintable(record.has_value() ? QString() : record.error().detail));
        QCOMPARE(reader.brokenEvents(), 0);
        for (const auto &[key, expected] : truth(conference.script(id))) {
            const bool found = std::ranges::any_of(record->participants, [&](const Participant &participant) {
                return keyOf(participant.name.toUtf8(), participant.isPhone) == key &&
                       std::abs(participant.talkMs - expected.talkMs) <= 1 &&
                       participant.chatMessages == expected.chatMessages &&
                       participant.pollAnswers == expected.pollAnswers &&
                       (participant.isPhone || int(participant.sessions.size()) == expected.joins) &&
                       (participant.role == ConferenceRole::Moderator) == expected.wasModerator;
            });
            QString seen;
            for (const Participant &participant : record->participants)
                seen += u"\n%1 joins %2 talk %3 chat %4 polls %5 role %6"_s.arg(participant.name)
                            .arg(participant.sessions.size())
                            .arg(participant.talkMs)
                            .arg(participant.chatMessages)
                            .arg(participant.pollAnswers)
                            .arg(conferenceRoleName(participant.role));
            QVERIFY2(found, qPrintable(u"%1 of %2: joins %3 talk %4 chat %5 polls %6 moderator %7; found%8"_s
                                           .arg(QString::fromUtf8(key), id)
                                           .arg(expected.joins)
                                           .arg(expected.talkMs)
                                           .arg(expected.chatMessages)
                                           .arg(expected.pollAnswers)
                                           .arg(expected.wasModerator)
                                           .arg(seen)));
        }
        ++checked;
    }
    QVERIFY(checked > 12);
}

QTEST_GUILESS_MAIN(tst_DemoServerTruth)
#include "tst_demoserver_truth.moc"
