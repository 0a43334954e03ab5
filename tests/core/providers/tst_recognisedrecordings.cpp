// What is left out because its bytes are known must make no difference to what an answer says.
#include "core/providers/bigbluebutton/apianswer.h"

#include <QSet>
#include <QTest>

#include <random>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
// What one reading of an answer told.
struct Reading
{
    QStringList ids; // delivered or recognised, in order of their arrival
    int recognised = 0;
    qint64 counted = 0;
    QStringList problems;
    bool hasUnnamedProblem = false;
    QString error;
    QHash<SourceDigest, QString> sources; // of those delivered

    QStringList sortedIds() const
    {
        QStringList sorted = ids;
        sorted.sort();
        return sorted;
    }
};

QString describe(const RecordingSnapshot &snapshot)
{
    QString text = snapshot.externalId + u'|' + snapshot.name;
    for (const auto &[key, value] : snapshot.metadata)
        text += u'|' + key + u'=' + value;
    return text;
}

Reading readAnswer(const QByteArray &answer, qsizetype piece, const QHash<SourceDigest, QString> *known, size_t pageSize = 3)
{
    Reading reading;
    const auto take = [&reading](std::vector<RecordingSnapshot> page) -> Result<> {
        for (const RecordingSnapshot &snapshot : page) {
            reading.ids += describe(snapshot);
            if (!snapshot.source.isNull())
                reading.sources.insert(snapshot.source, describe(snapshot));
        }
        return {};
    };
    RecordingSink::Recognise recognise;
    if (known) {
        recognise = [&reading, known](const SourceDigest &source) {
            if (!known->contains(source))
                return false;
            reading.ids += known->value(source);
            ++reading.recognised;
            return true;
        };
    }
    ApiAnswerReader reader(RecordingSink(take, recognise), pageSize);
    Result<> fed;
    for (qsizetype at = 0; fed && at < answer.size(); at += piece)
        fed = reader.feed(QByteArrayView(answer).sliced(at, std::min(piece, answer.size() - at)));
    if (fed)
        fed = reader.finish();
    reading.error = fed ? QString() : fed.error().detail;
    reading.counted = reader.recordings();
    reading.hasUnnamedProblem = reader.hasUnnamedProblem();
    for (const RecordingProblem &problem : reader.problems())
        reading.problems += problem.externalId;
    return reading;
}

const QHash<SourceDigest, QString> nothing;

QByteArray answerWith(const QByteArray &recordings)
{
    // The parser starts after 256 bytes.
    return "<response><returncode>SUCCESS</returncode><version>" + QByteArray(300, '2') + "</version>\n<recordings>\n" + recordings
        + "</recordings></response>";
}

QByteArray recording(int number, const QByteArray &inside = {})
{
    return "<recording><recordID>id-" + QByteArray::number(number) + "</recordID><name>N" + QByteArray::number(number) + "</name>" + inside
        + "</recording>";
}

// Pieces that real and hostile answers are made of.
QByteArray randomPiece(std::mt19937 &random)
{
    const int number = int(random() % 6);
    switch (random() % 40) {
    case 0: return "<!-- " + recording(number) + " -->";
    case 1: return "<!--";
    case 2: return "-->";
    case 3: return "<![CDATA[" + recording(number) + "]]>";
    case 4: return "<![CDATA[";
    case 5: return "]]>";
    case 6: return recording(number, "<metadata><a><![CDATA[</recording><recording>]]></a></metadata>");
    case 7: return recording(number, "<!-- </recording> -->");
    case 8: return "<recording><recordID>id-" + QByteArray::number(number) + "</recordID></recording ><!-- </recording>";
    case 9: return "<recording a='>'><recordID>id-7</recordID></recording>";
    case 10: return recording(number, recording(number + 1));
    case 11: return recording(number, "<broken></nekorb>");
    case 12: return "<?pi " + recording(number) + "?>";
    case 13: return random() % 4 ? recording(number) : QByteArray("</recordings><other>" + recording(number) + "</other><recordings>");
    default: return recording(number) + (random() % 2 ? "\n" : " text ");
    }
}
} // namespace

class TestRecognisedRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownIsNotDelivered_data()
    {
        QTest::addColumn<qsizetype>("piece");
        for (const qsizetype piece : {1, 7, 64, 1000, 1'000'000})
            QTest::addRow("pieces of %d bytes", int(piece)) << piece;
    }

    void whatIsKnownIsNotDelivered()
    {
        QFETCH(const qsizetype, piece);
        QByteArray recordings;
        for (int number = 0; number < 20; ++number)
            recordings += recording(number, "<metadata><k>Ж &amp; v</k></metadata>") + "\n";
        const Reading first = readAnswer(answerWith(recordings), piece, &nothing);
        QCOMPARE(first.ids.size(), 20);
        QCOMPARE(first.sources.size(), 20);
        const Reading second = readAnswer(answerWith(recordings), piece, &first.sources);
        QCOMPARE(second.recognised, 20);
        QCOMPARE(second.ids, first.ids);
        QCOMPARE(second.counted, 20);
        const Reading changed = readAnswer(answerWith(QByteArray(recordings).replace("id-7<", "id-77<")), piece, &first.sources);
        QCOMPARE(changed.recognised, 19);
        QCOMPARE(changed.ids.size(), 20);
        QVERIFY(changed.ids.filter(u"id-77|"_s).size() == 1);
    }

    void anAnswerCutAnywhereIsRefusedThoughAllIsKnown()
    {
        const QByteArray whole = answerWith(recording(1) + recording(2) + "\n" + recording(3));
        const Reading first = readAnswer(whole, 50, &nothing);
        QCOMPARE(first.sources.size(), 3);
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!readAnswer(whole.first(size), 50, &first.sources).error.isEmpty(), qPrintable(QString::number(size)));
    }

    void onlyBytesThatAreOneWholeRecordingAreGivenADigest_data()
    {
        QTest::addColumn<QByteArray>("suspect");
        QTest::newRow("nested") << recording(2, recording(3));
        QTest::newRow("ended twice") << QByteArray("<recording><recordID>id-2</recordID></recording ><!-- </recording> -->");
        QTest::newRow("in a comment") << "<!--" + recording(2) + "-->";
        QTest::newRow("in CDATA") << "<![CDATA[" + recording(2) + "]]>";
        QTest::newRow("CDATA with an end inside") << recording(2, "<name><![CDATA[</recording>]]></name>");
        QTest::newRow("broken") << recording(2, "<a></b>");
        QTest::newRow("unusable") << QByteArray("<recording><recordID>..</recordID></recording>");
    }

    void onlyBytesThatAreOneWholeRecordingAreGivenADigest()
    {
        QFETCH(const QByteArray, suspect);
        const Reading reading = readAnswer(answerWith(recording(0) + suspect + recording(1)), 100, &nothing);
        for (const QString &source : reading.sources)
            QVERIFY2(source.startsWith(u"id-0|"_s) || source.startsWith(u"id-1|"_s), qPrintable(source));
    }

    void anEncodingThatIsNotUtf8IsNeverRecognised()
    {
        const QByteArray latin = "<?xml version='1.0' encoding=\"iso-8859-1\"?>" + answerWith(recording(1) + recording(2));
        QVERIFY(readAnswer(latin, 100, &nothing).sources.isEmpty());
        const Reading utf8 = readAnswer(answerWith(recording(1) + recording(2)), 100, &nothing);
        QCOMPARE(readAnswer(latin, 100, &utf8.sources).recognised, 0);
    }

    // Learnt from one answer, used on another, both at random: the other must read as it does without.
    void leavingOutChangesNothingWhateverTheAnswer()
    {
        std::mt19937 random(20'261'122);
        int recognised = 0;
        for (int round = 0; round < 6000; ++round) {
            QByteArray taught;
            QByteArray asked;
            const int pieces = 1 + int(random() % 8);
            for (int i = 0; i < pieces; ++i) {
                const QByteArray piece = randomPiece(random);
                taught += random() % 3 ? piece : randomPiece(random);
                asked += random() % 3 ? piece : randomPiece(random);
            }
            const Reading lesson = readAnswer(answerWith(taught), 1 + qsizetype(random() % 300), &nothing);
            const Reading plain = readAnswer(answerWith(asked), 1 + qsizetype(random() % 300), nullptr);
            const Reading filtered = readAnswer(answerWith(asked), 1 + qsizetype(random() % 300), &lesson.sources);
            const QByteArray context = taught + "\n=====\n" + asked + "\n" + plain.error.toUtf8() + "\n" + filtered.error.toUtf8();
            QCOMPARE(filtered.error.isEmpty(), plain.error.isEmpty());
            if (plain.error.isEmpty()) {
                QVERIFY2(filtered.sortedIds() == plain.sortedIds(), context);
                QVERIFY2(filtered.problems == plain.problems, context);
                QVERIFY2(filtered.counted == plain.counted, context);
                QVERIFY2(filtered.hasUnnamedProblem == plain.hasUnnamedProblem, context);
            }
            recognised += filtered.recognised;
        }
        QVERIFY(recognised > 500);
    }
};

QTEST_GUILESS_MAIN(TestRecognisedRecordings)
#include "tst_recognisedrecordings.moc"
