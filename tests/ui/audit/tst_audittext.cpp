// Every kind of event the program can write reads as a sentence, in both languages.

#include "tests/ui/uitest.h"
#include "ui/text/auditdetails.h"
#include "ui/text/audittext.h"
#include "ui/text/auditverdicttext.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {

AuditEvent made(const QString &action, const QByteArray &details = "{}")
{
    AuditEvent one;
    one.actor = u"anna"_s;
    one.action = action;
    one.details = details;
    return one;
}

// What looks like a kind of event in the sources, and is none.
const QStringList otherNames{u"retention.zone"_s};

QStringList actionsInSources()
{
    static const QRegularExpression name(u"u\"([a-z][A-Za-z]+\\.[a-z][A-Za-z]+)\"_s"_s);
    static const QRegularExpression fileName(u"\\.(h|cpp|json|jsonl|csv|ini|db|txt|zst|sqlite|html|pdf|log|key|pem|xml|lock|mp4|webm|svg|png|example)$"_s);
    QStringList found;
    for (const QString &room : {u"core/storage"_s, u"core/journal"_s, u"core/jobs"_s, u"core/workspace/local"_s, u"app/cli"_s, u"ui/pages"_s, u"ui/forms"_s, u"ui/shell"_s}) {
        QDirIterator files(QStringLiteral(LETOPIS_SOURCES "/") + room, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                return {};
            const QString text = QString::fromUtf8(file.readAll());
            // Only where events are written or asked for.
            if (!text.contains(u"udit"_s) && !text.contains(u"journal"_s) && !text.contains(u"note"_s) && !text.contains(u"action"_s))
                continue;
            for (auto match = name.globalMatch(text); match.hasNext();) {
                const QString one = match.next().captured(1);
                const bool isColumn = one.indexOf(u'.') == 1;
                if (!isColumn && !one.contains(fileName) && !otherNames.contains(one) && !found.contains(one))
                    found += one;
            }
        }
    }
    return found;
}

} // namespace

class AuditTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindThatTheProgramWritesHasASentence();
    void everyKindIsInOneGroup();
    void everySentenceIsTranslated();
    void whatIsInTheEventIsInTheSentence_data();
    void whatIsInTheEventIsInTheSentence();
    void anUnknownKindIsToldByItsName();
    void changesAreShownBeforeAndAfter_data();
    void changesAreShownBeforeAndAfter();
    void hostileDetailsAreTextAndBounded();
    void everyBreakSaysWhereAndWhatNext();
};

void AuditTextTest::everyKindThatTheProgramWritesHasASentence()
{
    if (!QFileInfo::exists(QStringLiteral(LETOPIS_SOURCES "/core/storage")))
        QSKIP("the sources are not here any more");
    QStringList written = actionsInSources();
    QVERIFY2(written.size() > 70, qPrintable(QString::number(written.size())));
    // Put together from two words.
    written += {u"meeting.gone"_s, u"meeting.unreadable"_s};
    const QStringList known = knownAuditActions();
    QStringList unknown;
    for (const QString &action : std::as_const(written)) {
        if (!known.contains(action))
            unknown += action;
    }
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u' ')));
    QStringList unused;
    for (const QString &action : known) {
        if (!written.contains(action))
            unused += action;
    }
    QVERIFY2(unused.isEmpty(), qPrintable(unused.join(u' ')));
}

void AuditTextTest::everyKindIsInOneGroup()
{
    QStringList all;
    for (const AuditGroup group : auditGroups()) {
        const QStringList actions = auditActionsOf(group);
        QVERIFY2(!actions.isEmpty(), qPrintable(auditGroupText(group)));
        QVERIFY(actions.size() <= 100); // what a query takes
        all += actions;
    }
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    QCOMPARE(all.size(), knownAuditActions().size());
}

void AuditTextTest::everySentenceIsTranslated()
{
    QStringList english;
    for (const QString &action : knownAuditActions()) {
        const QString sentence = auditSentence(made(action));
        QVERIFY2(!sentence.contains(u'%') && !sentence.contains(action), qPrintable(sentence));
        english += sentence;
    }
    QCOMPARE(QSet<QString>(english.begin(), english.end()).size(), english.size()); // and no two are one
    const Language russian(u"ru"_s);
    if (!russian.isTranslated())
        QSKIP("translations were not built");
    QStringList same;
    for (const QString &action : knownAuditActions()) {
        if (english.contains(auditSentence(made(action))))
            same += action;
    }
    QVERIFY2(same.isEmpty(), qPrintable(same.join(u' ')));
}

void AuditTextTest::whatIsInTheEventIsInTheSentence_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("details");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a change in an array") << u"folder.renamed"_s << QByteArray(R"({"folder":4,"name":["Maths","Algebra"]})")
                                          << u"Folder “Maths” renamed to “Algebra”"_s;
    QTest::newRow("a person by name") << u"access.granted"_s << QByteArray(R"({"person":7,"permission":["","manage"]})")
                                      << u"Boris Stone given the permission “Manage”"_s;
    QTest::newRow("a person who is gone") << u"access.revoked"_s << QByteArray(R"({"person":8,"permission":["view",""]})")
                                          << u"Permission “View” taken from no. 8"_s;
    QTest::newRow("a group") << u"access.granted"_s << QByteArray(R"({"group":3,"permission":["","view"]})")
                             << u"Students given the permission “View”"_s;
    QTest::newRow("a field") << u"field.edited"_s << QByteArray(R"({"field":"title","before":"a","after":"b"})") << u"“Title” edited"_s;
    QTest::newRow("a material") << u"material.changed"_s << QByteArray(R"({"name":{"before":"a.pdf","after":"b.pdf"}})")
                                << u"Material “b.pdf” renamed or described anew"_s;
    QTest::newRow("a material's description") << u"material.changed"_s << QByteArray(R"({"name":"a.pdf","description":{"before":"","after":"x"}})")
                                              << u"Material “a.pdf” renamed or described anew"_s;
    QTest::newRow("amounts") << u"deletion.planned"_s << QByteArray(R"({"plan":"p","items":3,"bytes":1200000000})")
                             << u"Deletion plan made: recordings: 3, 1.2 GB"_s;
    QTest::newRow("a policy") << u"retention.policyRemoved"_s << QByteArray(R"({"policy":"u","change":[{"name":"Old lectures"},null]})")
                              << u"Policy “Old lectures” of auto-deletion removed"_s;
    QTest::newRow("a hold") << u"retention.held"_s << QByteArray(R"({"hold":1,"change":[null,"Court case 5"]})") << u"Hold on deletion set: Court case 5"_s;
    QTest::newRow("places in a value") << u"group.memberAdded"_s << QByteArray(R"({"name":"%2","member":"%1"})") << u"%1 added to the group “%2”"_s;
}

void AuditTextTest::whatIsInTheEventIsInTheSentence()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, details);
    const Language english(u"en"_s);
    AuditNames names;
    names.people.insert(7, u"Boris Stone"_s);
    names.groups.insert(3, u"Students"_s);
    QTEST(auditSentence(made(action, details), names), "sentence");
}

void AuditTextTest::anUnknownKindIsToldByItsName()
{
    QVERIFY(auditSentence(made(u"teapot.boiled"_s)).endsWith(u"teapot.boiled"_s));
    QCOMPARE(auditActorText(made(u"recording.added"_s)), u"anna"_s);
    AuditEvent own = made(u"recording.added"_s);
    own.actor = programActor().login;
    QCOMPARE(auditActorText(own), u"Letopis, by itself"_s);
    own.origin = R"({"program":"letopis-cli","version":"0.5","computer":"desk","clock":"system"})";
    QCOMPARE(auditProgramText(own), u"letopis-cli 0.5, desk"_s);
}

void AuditTextTest::changesAreShownBeforeAndAfter_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("details");
    QTest::addColumn<QString>("change");
    QTest::newRow("array") << u"recording.updated"_s << QByteArray(R"({"state":["published","unpublished"],"sizeBytes":["1000","2100000"]})")
                           << u"Size: 1 kB → 2.1 MB; State: Published → Unpublished"_s;
    QTest::newRow("field") << u"field.edited"_s << QByteArray(R"({"field":"title","before":"Ряды","after":"Ряды Фурье"})") << u"Title: Ряды → Ряды Фурье"_s;
    QTest::newRow("object") << u"material.changed"_s << QByteArray(R"({"name":{"before":"a.pdf","after":"b.pdf"},"uuid":"x"})") << u"Name: a.pdf → b.pdf"_s;
    QTest::newRow("members") << u"retention.parametersChanged"_s << QByteArray(R"({"change":[{"graceDays":30,"limitCount":50},{"graceDays":14,"limitCount":50}]})")
                             << u"Days in the trash: 30 → 14"_s;
    QTest::newRow("definition") << u"customField.changed"_s << QByteArray(R"({"key":"room","label":"Room","before":{"label":"Place"}})") << u"Name: Place → Room"_s;
    QTest::newRow("permission") << u"access.granted"_s << QByteArray(R"({"person":7,"permission":["view","manage"]})") << u"Permission: View → Manage"_s;
    QTest::newRow("from nothing") << u"retention.held"_s << QByteArray(R"({"hold":1,"change":[null,"Why"]})") << u"Value: – → Why"_s;
    QTest::newRow("a list of two is no change") << u"access.reset"_s << QByteArray(R"({"removed":["person 1: view","person 2: view"]})") << QString();
}

void AuditTextTest::changesAreShownBeforeAndAfter()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, details);
    const Language english(u"en"_s);
    QTEST(auditChangeText(auditFacts(made(action, details))), "change");
}

void AuditTextTest::hostileDetailsAreTextAndBounded()
{
    QVERIFY(auditFacts(made(u"recording.updated"_s, "not json")).isEmpty());
    QVERIFY(auditFacts(made(u"recording.updated"_s, "[1,2]")).isEmpty());
    QByteArray deep = "1";
    for (int i = 0; i < 200; ++i)
        deep = "{\"a\":" + deep + '}';
    QVERIFY(auditFacts(made(u"recording.updated"_s, deep)).size() <= 1);
    QJsonObject many;
    for (int i = 0; i < 1000; ++i)
        many.insert(QString::number(i), i);
    QVERIFY(auditFacts(made(u"x.y"_s, QJsonDocument(many).toJson())).size() <= 200);
    const QByteArray html = R"({"name":"<b>x</b>"})";
    QCOMPARE(auditFacts(made(u"folder.added"_s, html)).first().after, u"<b>x</b>"_s);
    const QByteArray huge = QJsonDocument(QJsonObject{{u"name"_s, QString(100'000, u'x')}}).toJson();
    QVERIFY(auditSentence(made(u"folder.added"_s, huge)).size() < 300);
}

void AuditTextTest::everyBreakSaysWhereAndWhatNext()
{
    using enum AuditBreakKind;
    for (const AuditBreakKind kind : {Missing, Changed, Moved, Unchained, CutOff, Rewritten, BadSegment}) {
        AuditVerdict verdict;
        verdict.breakAt({42, kind, 7});
        const ErrorText text = auditVerdictText(verdict, false);
        QVERIFY(text.sentence.contains(u"42"_s));
        QVERIFY(!text.advice.isEmpty());
    }
    AuditVerdict sound;
    sound.events = 3;
    QVERIFY(auditVerdictText(sound, false).advice.contains(u"anchor"_s));
    sound.isAnchored = true;
    QVERIFY(auditVerdictText(sound, true).advice.contains(u"nothing was cut off"_s));
}

QTEST_MAIN(AuditTextTest)
#include "tst_audittext.moc"
