// Renders the forms that edit recordings, in both languages, light and dark, to PNG files in LETOPIS_GALLERY_DIR, for people
// to look at; and fails where a text does not fit its label or button, or two things want one Alt key.

#include "tests/ui/gallerysheet.h"
#include "tests/ui/uitest.h"

#include "ui/forms/batcheditdialog.h"
#include "ui/forms/customfieldsdialog.h"
#include "ui/forms/informationconflict.h"
#include "ui/forms/informationdraft.h"
#include "ui/forms/informationform.h"
#include "ui/forms/informationhistory.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

const Actor anna = ownerActor(u"anna"_s, u"Anna"_s);

const QString longText =
    u"Признаки сравнения, Даламбера и Коши; знакопеременные ряды. Разобраны задачи 2750–2764 из задачника.\n\n"
    "Запись для тех, кто болел. Вопросы — на консультации в четверг."_s;

} // namespace

class EditingGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everyFormIsDrawnWithoutCutText_data() { GalleryLook::addRows(); }
    void everyFormIsDrawnWithoutCutText();

private:
    FakeRecordingEditor &editor() { return m_bench->workspace.editor(); }
    RecordingId id(int row) { return m_bench->window->recordingsPage().model().row(row).id; }
    InformationForm &form() { return m_bench->window->detailsPane().information(); }
    void save(QWidget &widget, const QString &scene) { m_sheet.save(widget, scene); }
    void apply(int row, const QString &field, const QString &after);
    void prepare();
    void drawForm();
    void drawDialogs();
    void drawBatch();
    void drawOutbox();

    std::unique_ptr<WindowBench> m_bench;
    GallerySheet m_sheet{u"editing"_s};
};

void EditingGallery::everyFormIsDrawnWithoutCutText()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<WindowBench>();
    prepare();
    drawForm();
    drawDialogs();
    drawBatch();
    drawOutbox();
    m_sheet.verify();
}

void EditingGallery::apply(int row, const QString &field, const QString &after)
{
    const auto now = editor().information(anna, id(row));
    QVERIFY(QTest::qWaitFor([&now] { return now.isFinished(); }));
    const auto done = editor().apply(anna, {{id(row), field, now.result()->values.value(field), after}});
    QVERIFY(QTest::qWaitFor([&done] { return done.isFinished(); }));
}

void EditingGallery::prepare()
{
    editor().setNow(m_bench->clock.now().addSecs(-3600));
    const QList<FieldDefinition> custom{
        {u"custom.contract"_s, u"Номер договора"_s, FieldType::Line, {}, 10, false},
        {u"custom.hours"_s, u"Академические часы"_s, FieldType::Number, {}, 11, false},
        {u"custom.due"_s, u"Хранить до"_s, FieldType::Date, {}, 12, false},
        {u"custom.kind"_s, u"Вид занятия"_s, FieldType::Choice, {u"Лекция"_s, u"Семинар"_s, u"Консультация"_s}, 13, false}};
    for (const FieldDefinition &one : custom)
        editor().storeFieldDefinition(anna, one);
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    m_bench->makeWindow();
    MainWindow &window = *m_bench->window;
    window.resize(1440, 860);
    window.resetLayout();
    QTRY_COMPARE(window.recordingsPage().model().rowCount(), 12);
    QTRY_VERIFY(window.detailsPane().details().has_value());
    apply(0, field::title, u"Лекция 4. Числовые ряды (1 поток)"_s);
    editor().setConflict(id(0), field::title, u"Лекция 4. Ряды, 1 поток, с разбором задач"_s);
    apply(0, field::description, longText);
    editor().setState(id(0), field::description, EditState::CatalogOnly, CatalogOnlyReason::TooLong);
    apply(0, field::tags, u"2026,математика,ряды"_s);
    apply(0, field::owner, u"Ковалёва А. С."_s);
    editor().setState(id(0), field::owner, EditState::Settling);
    apply(1, field::tags, u"2026,совет"_s);
}

void EditingGallery::drawForm()
{
    MainWindow &window = *m_bench->window;
    QTest::keyClick(&window, Qt::Key_F2);
    QTRY_VERIFY(form().draft());
    QTRY_VERIFY(window.findChild<QPushButton *>(u"decide-title"_s)->isVisible());
    save(window, u"1-form"_s);
    auto *owner = window.findChild<QLineEdit *>(u"field-owner"_s);
    auto *hours = window.findChild<QLineEdit *>(u"field-custom.hours"_s);
    owner->setFocus();
    QTest::keyClicks(owner, u" x"_s);
    hours->setFocus();
    QTest::keyClicks(hours, u"two"_s);
    auto *hasDate = window.findChild<QCheckBox *>(u"field-custom.due"_s);
    hasDate->setFocus();
    QTest::keyClick(hasDate, Qt::Key_Space);
    save(window, u"2-form-problem"_s);
    form().draft()->discard();
    window.resize(1024, 680);
    window.resetLayout();
    save(window, u"3-form-small-window"_s);
    window.resize(1440, 860);
    window.resetLayout();
}

void EditingGallery::drawDialogs()
{
    MainWindow &window = *m_bench->window;
    window.findChild<QPushButton *>(u"decide-title"_s)->click();
    auto *conflict = window.findChild<InformationConflict *>();
    QVERIFY(conflict);
    save(*conflict, u"4-conflict"_s);
    conflict->close();
    window.findChild<QToolButton *>(u"menu-title"_s)->menu()->findChild<QAction *>(u"history"_s)->trigger();
    auto *history = window.findChild<InformationHistory *>();
    QVERIFY(history);
    QTRY_COMPARE(history->findChild<QTableView *>()->model()->rowCount(), 1);
    save(*history, u"5-history"_s);
    history->close();
    window.actionList()[Actions::CustomFields]->trigger();
    auto *fields = window.findChild<CustomFieldsDialog *>();
    QVERIFY(fields);
    QTRY_COMPARE(fields->findChild<QListWidget *>()->count(), 4);
    fields->findChild<QListWidget *>()->setCurrentRow(3);
    save(*fields, u"6-custom-fields"_s);
    fields->close();
}

void EditingGallery::drawBatch()
{
    MainWindow &window = *m_bench->window;
    RecordingTable &table = window.recordingsPage().table();
    table.selectRow(0);
    table.setFocus();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    save(window, u"7-selection"_s);
    window.actionList()[Actions::EditInformation]->trigger();
    QTRY_VERIFY(window.findChild<BatchEditDialog *>());
    auto *batch = window.findChild<BatchEditDialog *>();
    QTRY_VERIFY(batch->findChild<QLineEdit *>(u"batch-title"_s));
    QTest::keyClicks(batch->findChild<QLineEdit *>(u"batch-addTags"_s), u"autumn"_s);
    QTest::keyClicks(batch->findChild<QLineEdit *>(u"batch-owner"_s), u"Petrov"_s);
    save(*batch, u"8-batch-fields"_s);
    auto *next = batch->findChild<QPushButton *>(u"batchNext"_s);
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_VERIFY(batch->findChild<QTableView *>(u"batchTable"_s)->isVisible());
    save(*batch, u"9-batch-plan"_s);
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_VERIFY(window.actionList()[Actions::UndoBatch]->isEnabled());
    save(*batch, u"10-batch-done"_s);
    batch->close();
    save(window, u"11-after-batch"_s);
}

void EditingGallery::drawOutbox()
{
    MainWindow &window = *m_bench->window;
    window.actionList()[Actions::ShowOutbox]->trigger();
    auto *page = window.findChild<OutboxPage *>();
    QTRY_COMPARE(page->table().model()->rowCount(), 11); // also the batch's: the list is read a moment after the edits
    save(window, u"12-outbox"_s);
    page->table().selectAll();
    QTest::mouseClick(page->findChild<QPushButton *>(u"discardOutbox"_s), Qt::LeftButton);
    auto *question = page->findChild<QMessageBox *>(u"discardQuestion"_s);
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_COMPARE(page->table().model()->rowCount(), 0);
    save(window, u"13-outbox-empty"_s);
}

QTEST_MAIN(EditingGallery)
#include "tst_editinggallery.moc"
