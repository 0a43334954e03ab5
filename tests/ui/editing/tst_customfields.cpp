// The administrator's dialog of custom fields.

#include "tests/ui/uitest.h"

#include "ui/forms/customfieldsdialog.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

const Actor anna = ownerActor(u"anna"_s, u"Anna"_s);

} // namespace

class CustomFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aFieldIsAddedWithAKeyMadeOfItsName();
    void aChoiceWantsChoices();
    void aKeyIsUsedOnce();
    void aFieldIsRenamedAndArchivedButKeepsKeyAndType();
    void theOrderIsChanged();
    void aFailureIsSaid();

private:
    template<typename T>
    T *part(const QString &name) { return m_dialog->findChild<T *>(name); }
    QList<FieldDefinition> stored();
    void store(const FieldDefinition &definition);
    void openDialog(int count);
    void click(const QString &name) { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<CustomFieldsDialog> m_dialog;
};

void CustomFieldsTest::init()
{
    m_workspace = std::make_unique<FakeWorkspace>();
}

void CustomFieldsTest::cleanup()
{
    m_dialog.reset();
    m_workspace.reset();
}

QList<FieldDefinition> CustomFieldsTest::stored()
{
    const auto future = m_workspace->editor().fieldDefinitions(anna, true);
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }) || !future.result())
        return {};
    QList<FieldDefinition> custom = *future.result();
    custom.removeIf([](const FieldDefinition &one) { return !one.isCustom(); });
    return custom;
}

void CustomFieldsTest::store(const FieldDefinition &definition)
{
    const auto future = m_workspace->editor().storeFieldDefinition(anna, definition);
    QVERIFY(QTest::qWaitFor([&future] { return future.isFinished(); }));
    QVERIFY(future.result());
}

void CustomFieldsTest::openDialog(int count)
{
    m_dialog = std::make_unique<CustomFieldsDialog>(*m_workspace, anna, nullptr);
    m_dialog->show();
    QTRY_COMPARE(part<QListWidget>(u"customFieldList"_s)->count(), count);
    QTest::qWait(1);
}

void CustomFieldsTest::aFieldIsAddedWithAKeyMadeOfItsName()
{
    openDialog(0);
    QVERIFY(!part<QLineEdit>(u"customLabel"_s)->isEnabled()); // nothing to edit yet
    click(u"addField"_s);
    QVERIFY(part<QLineEdit>(u"customLabel"_s)->isEnabled());
    QTest::keyClicks(part<QLineEdit>(u"customLabel"_s), u"Contract number"_s);
    QCOMPARE(part<QLineEdit>(u"customKey"_s)->text(), u"contract-number"_s);
    QVERIFY(!part<QPlainTextEdit>(u"customChoices"_s)->isVisible());
    QTest::keyClick(part<QLineEdit>(u"customLabel"_s), Qt::Key_Return); // Save is the default button
    QTRY_COMPARE(stored().size(), 1);
    QCOMPARE(stored().first().id, u"custom.contract-number"_s);
    QTRY_COMPARE(part<QListWidget>(u"customFieldList"_s)->count(), 1);
    QTRY_VERIFY(!part<QPushButton>(u"saveField"_s)->isEnabled());
    QVERIFY(!part<QLineEdit>(u"customKey"_s)->isEnabled());
}

void CustomFieldsTest::aChoiceWantsChoices()
{
    openDialog(0);
    click(u"addField"_s);
    QTest::keyClicks(part<QLineEdit>(u"customLabel"_s), u"Kind"_s);
    auto *type = part<QComboBox>(u"customType"_s);
    type->setFocus();
    QTest::keyClick(type, Qt::Key_End);
    auto *choices = part<QPlainTextEdit>(u"customChoices"_s);
    QTRY_VERIFY(choices->isVisible());
    click(u"saveField"_s);
    QTRY_VERIFY(part<QLabel>(u"customProblem"_s)->isVisible());
    QVERIFY(stored().isEmpty());
    QTest::keyClicks(choices, u"Lecture"_s);
    QTest::keyClick(choices, Qt::Key_Return);
    QTest::keyClicks(choices, u"Seminar "_s);
    QVERIFY(!part<QLabel>(u"customProblem"_s)->isVisible());
    click(u"saveField"_s);
    QTRY_COMPARE(stored().size(), 1);
    QCOMPARE(stored().first().choices, (QStringList{u"Lecture"_s, u"Seminar"_s}));
}

void CustomFieldsTest::aKeyIsUsedOnce()
{
    store({u"custom.room"_s, u"Room"_s, FieldType::Line, {}, 5, false});
    openDialog(1);
    click(u"addField"_s);
    QTest::keyClicks(part<QLineEdit>(u"customLabel"_s), u"Room"_s);
    click(u"saveField"_s);
    QTRY_VERIFY(part<QLabel>(u"customProblem"_s)->isVisible());
    part<QLineEdit>(u"customKey"_s)->selectAll();
    QTest::keyClicks(part<QLineEdit>(u"customKey"_s), u"room-2"_s);
    click(u"saveField"_s);
    QTRY_COMPARE(stored().size(), 2);
}

void CustomFieldsTest::aFieldIsRenamedAndArchivedButKeepsKeyAndType()
{
    store({u"custom.room"_s, u"Room"_s, FieldType::Number, {}, 5, false});
    openDialog(1);
    QTRY_COMPARE(part<QLineEdit>(u"customLabel"_s)->text(), u"Room"_s);
    QVERIFY(!part<QLineEdit>(u"customKey"_s)->isEnabled());
    QVERIFY(!part<QComboBox>(u"customType"_s)->isEnabled());
    part<QLineEdit>(u"customLabel"_s)->selectAll();
    QTest::keyClicks(part<QLineEdit>(u"customLabel"_s), u"Hall"_s);
    QTest::keyClick(part<QCheckBox>(u"customArchived"_s), Qt::Key_Space);
    click(u"saveField"_s);
    QTRY_COMPARE(stored().value(0).label, u"Hall"_s);
    QVERIFY(stored().first().isArchived);
    QTRY_COMPARE(part<QListWidget>(u"customFieldList"_s)->item(0)->text(), u"Hall (archived)"_s);
}

void CustomFieldsTest::theOrderIsChanged()
{
    store({u"custom.a"_s, u"A"_s, FieldType::Line, {}, 5, false});
    store({u"custom.b"_s, u"B"_s, FieldType::Line, {}, 5, false});
    openDialog(2);
    auto *list = part<QListWidget>(u"customFieldList"_s);
    QTRY_COMPARE(list->currentRow(), 0);
    click(u"moveFieldDown"_s);
    QTRY_COMPARE(list->item(0)->text(), u"B"_s);
    QTRY_COMPARE(list->currentRow(), 1);
    QVERIFY(!part<QPushButton>(u"moveFieldDown"_s)->isEnabled());
}

void CustomFieldsTest::aFailureIsSaid()
{
    openDialog(0);
    click(u"addField"_s);
    QTest::keyClicks(part<QLineEdit>(u"customLabel"_s), u"Room"_s);
    m_workspace->failNext(u"storeFieldDefinition"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, u"catalog"_s, {}});
    click(u"saveField"_s);
    QTRY_VERIFY(m_dialog->findChild<MessageBar *>()->hasMessage());
    QCOMPARE(part<QLineEdit>(u"customLabel"_s)->text(), u"Room"_s);
    QVERIFY(part<QPushButton>(u"saveField"_s)->isEnabled());
}

QTEST_MAIN(CustomFieldsTest)
#include "tst_customfields.moc"
