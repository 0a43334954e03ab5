#include "core/domain/participant.h"
#include "core/domain/recordingquery.h"
#include "core/domain/timeline.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
// Every value from the first to the last has its own name, which leads back to it.
template<typename Value, typename NameOf, typename FromName>
void verifyRoundTrip(Value last, NameOf nameOf, FromName fromName)
{
    QStringList names;
    for (int i = 0; i <= int(last); ++i) {
        const QString name = nameOf(Value(i));
        QVERIFY(!name.isEmpty());
        QCOMPARE(fromName(name), Value(i));
        names += name;
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!fromName(u"no such name"_s));
    QVERIFY(!fromName(QString()));
}
} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publicationStates() { verifyRoundTrip(PublicationState::Gone, publicationStateName, publicationStateFromName); }
    void recordingColumns() { verifyRoundTrip(RecordingColumn::State, recordingColumnName, recordingColumnFromName); }
    void conferenceRoles() { verifyRoundTrip(ConferenceRole::Moderator, conferenceRoleName, conferenceRoleFromName); }
    void timelineKinds() { verifyRoundTrip(TimelineKind::ScreenShareStopped, timelineKindName, timelineKindFromName); }

    void statesAndColumnsAreReadInAnyCase()
    {
        QCOMPARE(publicationStateFromName(u"PUBLISHED"_s), PublicationState::Published);
        QCOMPARE(recordingColumnFromName(u"Started"_s), RecordingColumn::StartedAt);
    }

    void rolesAreOrderedByRight()
    {
        QVERIFY(ConferenceRole::Guest < ConferenceRole::Viewer);
        QVERIFY(ConferenceRole::Viewer < ConferenceRole::Presenter);
        QVERIFY(ConferenceRole::Presenter < ConferenceRole::Moderator);
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
