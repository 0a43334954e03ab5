#include "core/domain/servicefields.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
// What a server does with an update (bigbluebutton.md 1.5): keys lower-cased, an empty value removes the key.
Metadata updated(Metadata metadata, const Metadata &changes)
{
    for (const auto &[key, sent] : changes) {
        QString value = sent;
        value.removeIf([](QChar one) { return one.category() == QChar::Other_Control; });
        metadata.removeIf([&](const auto &one) { return one.first.compare(key, Qt::CaseInsensitive) == 0; });
        if (!value.isEmpty())
            metadata.append({key.toLower(), value});
    }
    return metadata;
}
} // namespace

class TestServiceFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsWhatIsRead()
    {
        const QList<std::pair<QString, QString>> values{{field::title, u"Лекция «1» & <b>"_s},
                                                        {field::description, u"две\nстроки"_s},
                                                        {field::tags, u"алгебра,экзамен"_s},
                                                        {field::language, u"ru"_s},
                                                        {field::owner, u"Иванов"_s},
                                                        {u"custom.room"_s, u"12"_s},
                                                        {u"custom.plan"_s, u"раз\nдва"_s}};
        const QList<Metadata> befores{{},
                                      {{u"name"_s, u"old"_s}, {u"description"_s, u"old"_s}, {u"gl-listed"_s, u"true"_s}},
                                      {{u"bbb-recording-name"_s, u"old"_s}, {u"bbb-recording-tags"_s, u"x"_s}}};
        for (const Metadata &before : befores) {
            for (const auto &[id, value] : values) {
                const Result<Metadata> changes = metadataForField(id, value, before);
                QVERIFY(changes);
                const Metadata after = updated(before, *changes);
                QCOMPARE(fieldsFromMetadata(u"Room"_s, after).value(id), value);
                // Nothing else changes.
                FieldValues expected = fieldsFromMetadata(u"Room"_s, before);
                expected.insert(id, value);
                QCOMPARE(fieldsFromMetadata(u"Room"_s, after), expected);
            }
        }
    }

    void theTitleIsWrittenForGreenlightAndForMoodle()
    {
        const Result<Metadata> changes = metadataForField(field::title, u"T"_s, {});
        QCOMPARE(*changes, (Metadata{{u"name"_s, u"T"_s}, {u"bbb-recording-name"_s, u"T"_s}}));
    }

    void anEmptyTitleIsTheMeetingsName()
    {
        QCOMPARE(fieldsFromMetadata(u"Room"_s, {}).value(field::title), u"Room"_s);
        QCOMPARE(fieldsFromMetadata(u"Room"_s, {{u"Name"_s, u"N"_s}}).value(field::title), u"N"_s);
    }

    void anEmptyDescriptionRemovesBothKeysThatAreThere()
    {
        const Metadata before{{u"description"_s, u"a"_s}, {u"bbb-recording-description"_s, u"b"_s}};
        const Metadata after = updated(before, *metadataForField(field::description, u""_s, before));
        QVERIFY(after.isEmpty());
    }

    void whatDoesNotFitTheServerIsRefused()
    {
        QCOMPARE(metadataForField(field::description, QString(4000, u'я'), {}).error().kind, ErrorKind::Unsupported);
        QVERIFY(metadataForField(field::description, QString(900, u'я'), {}));
        QCOMPARE(metadataForField(u"custom.NO"_s, u"x"_s, {}).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(metadataForField(u"nonsense"_s, u"x"_s, {}).error().kind, ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestServiceFields)
#include "tst_servicefields.moc"
