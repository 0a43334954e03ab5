#include "core/domain/recordingfield.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
FieldDefinition builtIn(QLatin1StringView id)
{
    for (const FieldDefinition &one : builtInFields()) {
        if (one.id == id)
            return one;
    }
    return {};
}

FieldDefinition custom(FieldType type, const QStringList &choices = {})
{
    return {.id = u"custom.x"_s, .label = u"X"_s, .type = type, .choices = choices, .position = 0, .isArchived = false};
}
} // namespace

class TestRecordingField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreMadeCanonical_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("line trimmed") << FieldType::Line << u"  Лекция  "_s << u"Лекция"_s;
        QTest::newRow("text line ends") << FieldType::Text << u"a\r\nb\rc \n"_s << u"a\nb\nc"_s;
        QTest::newRow("text, ends of lines") << FieldType::Text << u"a  \n\tb ¶ c"_s << u"a\n b\nc"_s;
        QTest::newRow("tags sorted") << FieldType::Tags << u"физика, Алгебра ,, алгебра"_s << u"Алгебра,физика"_s;
        QTest::newRow("number, Russian") << FieldType::Number << u"1 234,50"_s << u"1234.5"_s;
        QTest::newRow("number, thin spaces") << FieldType::Number << u"12\u00a0000"_s << u"12000"_s;
        QTest::newRow("not a number") << FieldType::Number << u"12 штук"_s << u"12 штук"_s;
        QTest::newRow("date") << FieldType::Date << u" 2026-11-22 "_s << u"2026-11-22"_s;
        QTest::newRow("language") << FieldType::Language << u"ru_RU"_s << u"ru-RU"_s;
    }

    void valuesAreMadeCanonical()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, typed);
        QTEST(canonicalValue(custom(type), typed), "canonical");
        QCOMPARE(canonicalValue(custom(type), canonicalValue(custom(type), typed)), canonicalValue(custom(type), typed));
    }

    void problemsAreNamed()
    {
        QCOMPARE(problemIn(builtIn(field::title), u""_s), FieldProblem::Missing);
        QVERIFY(!problemIn(builtIn(field::description), u""_s));
        QCOMPARE(problemIn(builtIn(field::title), QString(301, u'я')), FieldProblem::TooLong);
        QVERIFY(!problemIn(builtIn(field::title), QString(300, u'я')));
        QCOMPARE(problemIn(builtIn(field::title), u"a\nb"_s), FieldProblem::ControlCharacters);
        QVERIFY(!problemIn(builtIn(field::description), u"a\nb"_s));
        QCOMPARE(problemIn(builtIn(field::description), u"a"_s + QChar(0)), FieldProblem::ControlCharacters);
        QCOMPARE(problemIn(custom(FieldType::Number), u"12 штук"_s), FieldProblem::NotANumber);
        QCOMPARE(problemIn(custom(FieldType::Date), u"2026-02-30"_s), FieldProblem::NotADate);
        QCOMPARE(problemIn(custom(FieldType::Choice, {u"да"_s, u"нет"_s}), u"может"_s), FieldProblem::NotAChoice);
        QVERIFY(!problemIn(custom(FieldType::Choice, {u"да"_s, u"нет"_s}), u"нет"_s));
        QCOMPARE(problemIn(builtIn(field::language), u"klingonish"_s), FieldProblem::NotALanguage);
        QVERIFY(!problemIn(builtIn(field::language), u"ru"_s));
        QVERIFY(!problemIn(builtIn(field::language), u"pt-BR"_s));
        QCOMPARE(problemIn(builtIn(field::tags), QString(65, u'a')), FieldProblem::TagTooLong);
        QStringList many;
        for (int tag = 0; tag < 51; ++tag)
            many += QString::number(tag);
        QCOMPARE(problemIn(builtIn(field::tags), tagsValue(many)), FieldProblem::TooManyTags);
    }

    void definitionsAreChecked()
    {
        QVERIFY(!problemIn(custom(FieldType::Line)));
        FieldDefinition one = custom(FieldType::Line);
        one.id = u"custom.Bad Key"_s;
        QCOMPARE(problemIn(one), FieldDefinitionProblem::KeyInvalid);
        one = builtIn(field::title);
        QCOMPARE(problemIn(one), FieldDefinitionProblem::KeyInvalid);
        one = custom(FieldType::Line);
        one.label = u"  "_s;
        QCOMPARE(problemIn(one), FieldDefinitionProblem::LabelMissing);
        QCOMPARE(problemIn(custom(FieldType::Choice)), FieldDefinitionProblem::ChoicesMissing);
        QCOMPARE(problemIn(custom(FieldType::Choice, {u"a"_s, u"a"_s})), FieldDefinitionProblem::ChoicesInvalid);
    }

    void aKeyIsMadeOfALabel()
    {
        QCOMPARE(customFieldKeyFor(u"Номер договора"_s), u"nomer-dogovora"_s);
        QCOMPARE(customFieldKeyFor(u"  2-й Счёт! №"_s), u"y-schet"_s);
        QCOMPARE(customFieldKeyFor(u"日本"_s), u""_s);
        for (const QString &label : {u"Номер договора"_s, u"Course no. 5"_s, QString(200, u'щ')})
            QVERIFY(isCustomFieldKey(customFieldKeyFor(label)));
    }

    void tagsAreTakenAway()
    {
        QCOMPARE(withoutTags(u"Ёлка,алгебра,b"_s, {u"елка"_s, u"B"_s}), u"алгебра"_s);
        QCOMPARE(withoutTags(u""_s, {u"a"_s}), u""_s);
    }

    void namesComeBack()
    {
        for (const auto type : {FieldType::Line, FieldType::Text, FieldType::Tags, FieldType::Language, FieldType::Number,
                                FieldType::Date, FieldType::Choice})
            QCOMPARE(fieldTypeFromName(fieldTypeName(type)), type);
        QVERIFY(!fieldTypeFromName(u"x"_s));
    }
};

QTEST_GUILESS_MAIN(TestRecordingField)
#include "tst_recordingfield.moc"
