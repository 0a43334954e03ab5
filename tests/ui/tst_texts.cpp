#include "tests/ui/uitest.h"

#include "ui/text/dates.h"
#include "ui/text/errortext.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale russian(QLocale::Russian, QLocale::Russia);
const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC); // a Friday

} // namespace

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorKindHasASentenceAndNoDetailInIt_data();
    void everyErrorKindHasASentenceAndNoDetailInIt();
    void aLongSubjectIsShortened();
    void aProfileThatCannotBeWrittenIsNoQuestionOfReading();
    void lengthsAreHoursAndMinutes_data();
    void lengthsAreHoursAndMinutes();
    void sizesUseTheLocalesComma();
    void datesAreRelativeWithinAWeek_data();
    void datesAreRelativeWithinAWeek();
    void calendarDaysBecomeUtcBounds();
    void timeLeftIsRoundedForPeople();
    void countsHaveTheLanguagesPluralForms_data();
    void countsHaveTheLanguagesPluralForms();
    void everyNameIsTranslated();
    void timelineNamesWhoAndWhat();
    void aSyncTellsWhatItBrought();
};

void TextsTest::everyErrorKindHasASentenceAndNoDetailInIt_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind)
        QTest::newRow(qPrintable(errorKindName(static_cast<ErrorKind>(kind)))) << kind;
}

void TextsTest::everyErrorKindHasASentenceAndNoDetailInIt()
{
    QFETCH(const int, kind);
    const ErrorText text = errorText({static_cast<ErrorKind>(kind), u"technical detail"_s, u"bbb.example"_s, {}});
    QVERIFY(text.sentence.size() > 5);
    QVERIFY(text.sentence.endsWith(u": bbb.example."_s));
    QVERIFY(!text.sentence.contains(u"technical detail"_s));
    QVERIFY(!text.advice.contains(u"technical detail"_s));
    QVERIFY(!text.sentence.contains(u'!'));
}

void TextsTest::aLongSubjectIsShortened()
{
    const ErrorText text = errorText({ErrorKind::NotFound, {}, QString(5000, u'x') + u"\n\nend"_s, {}});
    QVERIFY(text.sentence.size() < 250);
}

void TextsTest::aProfileThatCannotBeWrittenIsNoQuestionOfReading()
{
    const Error denied{ErrorKind::PermissionDenied, u"technical detail"_s, u"/srv/letopis"_s, {}};
    const ErrorText text = startErrorText(denied);
    QCOMPARE(text.sentence, u"Letopis cannot write its profile: /srv/letopis."_s);
    QVERIFY(text.advice.contains(u"writable"_s));
    QVERIFY(text.advice.contains(u"--profile"_s));
    QVERIFY(!errorText(denied).advice.contains(u"read access"_s));
    const Error other{ErrorKind::SchemaTooNew, {}, {}, {}};
    QCOMPARE(startErrorText(other).advice, errorText(other).advice);
}

void TextsTest::lengthsAreHoursAndMinutes_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << qint64(-1) << u"–"_s;
    QTest::newRow("nothing") << qint64(0) << u"< 1 min"_s;
    QTest::newRow("59 s") << qint64(59'999) << u"< 1 min"_s;
    QTest::newRow("1 min") << qint64(60'000) << u"0:01"_s;
    QTest::newRow("rounds up to the hour") << qint64(59 * 60'000 + 40'000) << u"1:00"_s;
    QTest::newRow("1:32") << qint64(92 * 60'000) << u"1:32"_s;
    QTest::newRow("a day and more") << qint64(25 * 3600'000LL) << u"25:00"_s;
}

void TextsTest::lengthsAreHoursAndMinutes()
{
    QFETCH(const qint64, ms);
    QTEST(lengthText(ms), "text");
}

void TextsTest::sizesUseTheLocalesComma()
{
    QCOMPARE(sizeText(1'240'000'000, english), u"1.2 GB"_s);
    QCOMPARE(sizeText(1'240'000'000, russian).left(3), u"1,2"_s);
    QCOMPARE(sizeText(0, english), u"0 B"_s);
    QCOMPARE(sizeText(999, english), u"999 B"_s);
    QCOMPARE(sizeText(999'600, english), u"1.0 MB"_s);
    QCOMPARE(sizeText(412'000'000, english), u"412 MB"_s);
    QCOMPARE(sizeText(-1, english), u"–"_s);
    QVERIFY(sizeText(std::numeric_limits<qint64>::max(), english).endsWith(u"PB"_s));
    const Language language(u"ru"_s);
    if (!language.isTranslated())
        QSKIP("the Russian translation is not built");
    QCOMPARE(sizeText(1'240'000'000, russian), u"1,2 ГБ"_s);
}

void TextsTest::datesAreRelativeWithinAWeek_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QDateTime>("date");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << u"en"_s << now.addSecs(-7200) << u"today 10:00"_s;
    QTest::newRow("yesterday") << u"en"_s << now.addDays(-1) << u"yesterday 12:00"_s;
    QTest::newRow("in the week") << u"en"_s << now.addDays(-3) << u"Tue 12:00"_s;
    QTest::newRow("a week ago") << u"en"_s << now.addDays(-7) << u"13 Nov"_s;
    QTest::newRow("another year") << u"en"_s << now.addYears(-1) << u"20 Nov 2025"_s;
    QTest::newRow("in the future") << u"en"_s << now.addDays(2) << u"22 Nov"_s;
    QTest::newRow("never") << u"en"_s << QDateTime() << QString();
    QTest::newRow("today, Russian") << u"ru"_s << now.addSecs(-7200) << u"сегодня 10:00"_s;
    QTest::newRow("another year, Russian") << u"ru"_s << now.addYears(-1) << u"20 нояб. 2025"_s;
}

void TextsTest::datesAreRelativeWithinAWeek()
{
    QFETCH(const QString, language);
    QFETCH(const QDateTime, date);
    const Language installed(language);
    if (language == u"ru"_s && !installed.isTranslated())
        QSKIP("the Russian translation is not built");
    QTEST(relativeDate(date, now), "text");
}

void TextsTest::calendarDaysBecomeUtcBounds()
{
    const QDate day(2026, 3, 29);
    QCOMPARE(localDate(startOfLocalDay(day)), day);
    QCOMPARE(startOfLocalDay(day).timeSpec(), Qt::UTC);
}

void TextsTest::timeLeftIsRoundedForPeople()
{
    QCOMPARE(remainingText(0), u"1 s left"_s);
    QCOMPARE(remainingText(12), u"12 s left"_s);
    QCOMPARE(remainingText(150), u"3 min left"_s);
    QCOMPARE(remainingText(3600 + 32 * 60), u"1:32 left"_s);
    QCOMPARE(remainingText(-1), QString());
}

void TextsTest::countsHaveTheLanguagesPluralForms_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("en 1") << u"en"_s << qint64(1) << u"1 recording"_s;
    QTest::newRow("en 2") << u"en"_s << qint64(2) << u"2 recordings"_s;
    QTest::newRow("en 1000") << u"en"_s << qint64(1000) << u"1,000 recordings"_s;
    QTest::newRow("ru 1") << u"ru"_s << qint64(1) << u"1 запись"_s;
    QTest::newRow("ru 2") << u"ru"_s << qint64(2) << u"2 записи"_s;
    QTest::newRow("ru 5") << u"ru"_s << qint64(5) << u"5 записей"_s;
    QTest::newRow("ru 11") << u"ru"_s << qint64(11) << u"11 записей"_s;
    QTest::newRow("ru 21") << u"ru"_s << qint64(21) << u"21 запись"_s;
    QTest::newRow("ru 5000000021") << u"ru"_s << qint64(5'000'000'021) << u"5 000 000 021 запись"_s;
}

void TextsTest::countsHaveTheLanguagesPluralForms()
{
    QFETCH(const QString, language);
    QFETCH(const qint64, count);
    QFETCH(const QString, text);
    const Language installed(language);
    if (!installed.isTranslated())
        QSKIP("the translations are not built");
    QCOMPARE(recordingsCount(count).replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' '), text);
}

void TextsTest::everyNameIsTranslated()
{
    const auto names = [] {
        QStringList all;
        for (int i = 0; i <= static_cast<int>(PublicationState::Gone); ++i)
            all << stateText(static_cast<PublicationState>(i)) << stateExplanation(static_cast<PublicationState>(i));
        for (int i = 0; i <= static_cast<int>(ConferenceRole::Moderator); ++i)
            all << roleText(static_cast<ConferenceRole>(i));
        for (int i = 0; i <= static_cast<int>(TimelineKind::ScreenShareStopped); ++i)
            all << timelineKindText(static_cast<TimelineKind>(i));
        for (int i = 0; i <= static_cast<int>(RecordingColumn::State); ++i)
            all << columnText(static_cast<RecordingColumn>(i));
        return all;
    };
    const QStringList inEnglish = names();
    QVERIFY(!inEnglish.contains(QString()));
    const Language language(u"ru"_s);
    if (!language.isTranslated())
        QSKIP("the Russian translation is not built");
    const QStringList inRussian = names();
    for (qsizetype i = 0; i < inEnglish.size(); ++i)
        QVERIFY2(inEnglish.at(i) != inRussian.at(i), qPrintable(inEnglish.at(i)));
}

void TextsTest::timelineNamesWhoAndWhat()
{
    QCOMPARE(timelineText({0, -1, TimelineKind::Joined, u"Anna"_s, {}}), u"Anna joined"_s);
    QCOMPARE(timelineText({0, -1, TimelineKind::RoleChanged, u"Anna"_s, u"moderator"_s}), u"Anna: now moderator"_s);
    QCOMPARE(timelineText({0, -1, TimelineKind::PollStarted, {}, u"Yes or no?"_s}), u"Poll started: Yes or no?"_s);
}

void TextsTest::aSyncTellsWhatItBrought()
{
    JobStatus job;
    job.subject = u"bbb.example"_s;
    job.report = SyncReport{};
    QCOMPARE(jobOutcome(job), u"Nothing new"_s);
    job.report->added = 3;
    job.report->failed.append({u"rec-1"_s, u"reason"_s});
    QCOMPARE(jobOutcome(job), u"3 added, 1 unreadable"_s);
    job.error = Error{ErrorKind::Timeout, {}, {}, {}};
    QCOMPARE(jobOutcome(job), u"The server did not answer in time."_s);
}

QTEST_MAIN(TextsTest)
#include "tst_texts.moc"
