// The dialog of rights through its widgets; also draws it for every service, in both languages, light and dark, to PNG
// files in LETOPIS_GALLERY_DIR, and fails where a text does not fit.
#include "ui/forms/servicerightsdialog.h"
#include "ui/forms/servicerightsmodel.h"
#include "ui/forms/servicerightstable.h"
#include "ui/shell/appearance.h"
#include "ui/widgets/emptystate.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>
#include <QTranslator>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Bench
{
    Bench()
    {
        dialog.showService(u"bigbluebutton"_s, u"presenter"_s);
        dialog.show();
        dialog.activateWindow();
        if (!QTest::qWaitForWindowActive(&dialog))
            qWarning("the window did not become active");
    }

    template <typename T>
    T *part(const QString &name) const
    {
        return dialog.findChild<T *>(name);
    }
    ServiceRightsTable *table() const { return part<ServiceRightsTable>(u"rights"_s); }
    QAbstractItemModel *model() const { return table()->model(); }
    QString heading(int row) const { return model()->headerData(row, Qt::Vertical).toString(); }
    int rowOf(const QString &right) const
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            if (heading(row) == right)
                return row;
        }
        return -1;
    }

    ServiceRightsDialog dialog;
};

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestServiceRightsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QApplication::setStyle(u"Fusion"_s);
        QApplication::setPalette(lightPalette());
    }

    void theServiceAskedForIsShownAndTheRoleMarked()
    {
        Bench bench;
        QCOMPARE(bench.dialog.service(), u"bigbluebutton"_s);
        QCOMPARE(bench.dialog.windowTitle(), u"Rights in BigBlueButton"_s);
        QCOMPARE(bench.model()->columnCount(), 4);
        QCOMPARE(bench.table()->currentIndex().column(), 1);
        QVERIFY(bench.model()->headerData(1, Qt::Horizontal, Qt::FontRole).value<QFont>().bold());
        QVERIFY(!bench.model()->headerData(0, Qt::Horizontal, Qt::FontRole).isValid());
        QVERIFY(bench.model()
                    ->headerData(1, Qt::Horizontal, Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"this participant"));
    }

    void anUnknownServiceLeavesTheFirst()
    {
        ServiceRightsDialog dialog;
        dialog.showService(u"nobody"_s, u"nobody"_s);
        QCOMPARE(dialog.service(), servicesWithRights().first());
    }

    void aCellSaysItsAnswerInWords()
    {
        Bench bench;
        const int row = bench.rowOf(u"Draw on the whiteboard"_s);
        QVERIFY(row > 0);
        QCOMPARE(bench.model()->index(row, 0).data().toString(), u"Yes"_s);
        QCOMPARE(bench.model()->index(row, 3).data().toString(), u"If given access to it"_s);
        QCOMPARE(bench.model()->index(row, 3).data(Qt::AccessibleTextRole).toString(),
                 u"Draw on the whiteboard, Guest: If given access to it"_s);
        QVERIFY(!bench.model()->index(row, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void screenReadersGetTheTable()
    {
        Bench bench;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(bench.table());
        QVERIFY(accessible && accessible->tableInterface());
        QCOMPARE(accessible->text(QAccessible::Name), u"Rights in a meeting"_s);
        QCOMPARE(accessible->tableInterface()->columnDescription(1), u"Presenter"_s);
        const int row = bench.rowOf(u"Start polls"_s);
        QCOMPARE(accessible->tableInterface()->cellAt(row, 1)->text(QAccessible::Name),
                 u"Start polls, Presenter: Yes"_s);
    }

    void theChoiceOfServiceChangesTheTable()
    {
        Bench bench;
        auto *services = bench.part<QComboBox>(u"service"_s);
        QCOMPARE(services->count(), 4);
        services->setCurrentIndex(services->findData(u"ktalk"_s));
        QCOMPARE(bench.model()->columnCount(), 5);
        QCOMPARE(bench.part<QLabel>(u"count"_s)->text().section(u' ', 0, 0), u"37"_s);
        QVERIFY(bench.part<QComboBox>(u"table"_s)->isHidden());
        QVERIFY(bench.part<QLabel>(u"source"_s)->text().contains(u"support.kontur.ru"));
    }

    void adobeHasFiveTables()
    {
        Bench bench;
        bench.dialog.showService(u"adobe_connect"_s);
        auto *tables = bench.part<QComboBox>(u"table"_s);
        QVERIFY(!tables->isHidden());
        QCOMPARE(tables->count(), 5);
        QCOMPARE(bench.model()->columnCount(), 11);
        tables->setCurrentIndex(2);
        QCOMPARE(bench.model()->columnCount(), 5);
        const int row = bench.rowOf(u"Publish"_s);
        QCOMPARE(bench.model()->index(row, 3).data().toString(), u"Publish + Manage"_s);
    }

    void theSearchLeavesWhatHoldsEveryWord()
    {
        Bench bench;
        auto *search = bench.part<QLineEdit>(u"search"_s);
        QTest::keyClick(&bench.dialog, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
        QCOMPARE(search->placeholderText(), u"Search rights"_s);
        QTest::keyClicks(search, u"SHARED notes"_s);
        QCOMPARE(bench.model()->rowCount(), 2); // the section and the right
        QCOMPARE(bench.heading(0), u"Talking and writing"_s);
        QCOMPARE(bench.heading(1), u"Edit the shared notes"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(bench.table()->hasFocus());
        QVERIFY(bench.dialog.isVisible());
        search->setText(u"locked"_s); // a note's word
        QCOMPARE(bench.heading(1), u"Edit the shared notes"_s);
        search->setText(u"perpetual motion"_s);
        auto *empty = bench.dialog.findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        QVERIFY(search->text().isEmpty());
        QVERIFY(bench.table()->isVisible());
    }

    void arrowsPassTheSectionsByAndExplainTheCell()
    {
        Bench bench;
        bench.table()->setFocus();
        auto *explanation = bench.part<QLabel>(u"explanation"_s);
        QVERIFY(explanation->text().contains(u"Presenter."));
        for (int step = 0; step < bench.model()->rowCount(); ++step) {
            QTest::keyClick(bench.table(), Qt::Key_Down);
            const int row = bench.table()->currentIndex().row();
            QVERIFY(bench.model()->flags(bench.model()->index(row, 0)).testFlag(Qt::ItemIsEnabled));
            QVERIFY(explanation->text().startsWith(bench.heading(row)));
        }
        QCOMPARE(bench.table()->currentIndex().row(), bench.model()->rowCount() - 1);
    }

    void copyTakesTheWholeTableAsTabSeparatedText()
    {
        Bench bench;
        QTest::mouseClick(bench.part<QPushButton>(u"copy"_s), Qt::LeftButton);
        const QStringList lines = clipboardText().split(u'\n');
        QCOMPARE(lines.size(), 1 + 11 + 3);
        QCOMPARE(lines.first(), u"\tModerator\tPresenter\tViewer\tGuest"_s);
        QVERIFY(lines.contains(u"Draw on the whiteboard\tYes\tYes\tIf given access to it\tIf given access to it"_s));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"text/tab-separated-values"_s));
        bench.dialog.showService(u"videomost"_s);
        QTest::mouseClick(bench.part<QPushButton>(u"copy"_s), Qt::LeftButton);
        QVERIFY(clipboardText().contains(u"Ban someone and lift the ban\tYes: As a moderator\tYes\tNo"));
    }

    void copyOfASelectionTakesItsNamesAlong()
    {
        Bench bench;
        const int row = bench.rowOf(u"Upload slides"_s);
        bench.table()->setCurrentIndex(bench.model()->index(row, 1));
        QTest::keySequence(bench.table(), QKeySequence::Copy);
        QCOMPARE(clipboardText(), u"Yes"_s);
        QTest::keyClick(bench.table(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keySequence(bench.table(), QKeySequence::Copy);
        QCOMPARE(clipboardText(), u"\tPresenter\tViewer\nUpload slides\tYes\tNo"_s);
    }

    void theNamesStayWhileTheColumnsMove()
    {
        Bench bench;
        bench.dialog.showService(u"adobe_connect"_s);
        bench.dialog.resize(700, 500);
        QScrollBar *bar = bench.table()->horizontalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        const QRect before = bench.table()->verticalHeader()->geometry();
        bar->setValue(bar->maximum());
        QCOMPARE(bench.table()->verticalHeader()->geometry(), before);
        QVERIFY(before.width() >= 180);
    }

    void escapeClosesIt()
    {
        auto *dialog = openServiceRights(nullptr, u"bigbluebutton"_s, u"guest"_s);
        QPointer<ServiceRightsDialog> watched(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(watched.isNull());
    }

    void everyTableIsDrawnWithoutCutText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isDark");
        for (const char *const language : {"en", "ru"}) {
            for (const bool isDark : {false, true})
                QTest::addRow("%s-%s", language, isDark ? "dark" : "light") << QString::fromLatin1(language) << isDark;
        }
    }
    void everyTableIsDrawnWithoutCutText()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, isDark);
        QTranslator translator;
        const QDir folder(qEnvironmentVariable("LETOPIS_TRANSLATIONS"));
        if (translator.load(folder.filePath(u"letopis_%1.qm"_s.arg(language))))
            QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(language));
        QApplication::setPalette(isDark ? darkPalette() : lightPalette());
        for (const QString &service : servicesWithRights())
            drawTables(service);
        Bench bench;
        bench.part<QLineEdit>(u"search"_s)->setText(u"perpetuum mobile"_s);
        save(bench.dialog, u"rights-nothing-found"_s);
    }

private:
    void drawTables(const QString &service)
    {
        Bench bench;
        bench.dialog.showService(service, service == u"bigbluebutton" ? u"presenter"_s : QString());
        auto *tables = bench.part<QComboBox>(u"table"_s);
        for (int table = 0; table < tables->count(); ++table) {
            tables->setCurrentIndex(table);
            save(bench.dialog, u"rights-%1-%2"_s.arg(service).arg(table + 1));
            verifyCells(*bench.table());
        }
    }

    static void save(QWidget &widget, const QString &scene)
    {
        QTest::qWait(30);
        const QString gallery = qEnvironmentVariable("LETOPIS_GALLERY_DIR", u"gallery"_s);
        QVERIFY(QDir().mkpath(gallery));
        const QString file = u"%1-%2.png"_s.arg(scene, QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(widget.grab().save(QDir(gallery).filePath(file)));
        for (const QLabel *label : widget.findChildren<QLabel *>()) {
            const bool isLow = label->wordWrap() && label->height() < label->heightForWidth(label->width());
            QVERIFY2(!label->isVisible() || !isLow, qPrintable(label->text()));
        }
    }

    // Every row is as high, and every column as wide, as what is in it.
    static void verifyCells(const QTableView &table)
    {
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            for (int column = 0; column < table.model()->columnCount(); ++column) {
                const QString text = table.model()->index(row, column).data().toString();
                const bool hasIcon = !table.model()->index(row, column).data(Qt::DecorationRole).isNull();
                const QRect room(0, 0, table.columnWidth(column) - 16 - (hasIcon ? 32 : 0), 10'000);
                const QRect needed = table.fontMetrics().boundingRect(room, Qt::TextWordWrap, text);
                QVERIFY2(needed.height() <= table.rowHeight(row), qPrintable(text));
                QVERIFY2(needed.width() <= room.width(), qPrintable(text));
            }
            const QString name = table.model()->headerData(row, Qt::Vertical).toString();
            const QRect room(0, 0, table.verticalHeader()->width() - 16, 10'000);
            const QRect needed = table.fontMetrics().boundingRect(room, Qt::TextWordWrap, name);
            QVERIFY2(needed.height() <= table.rowHeight(row) && needed.width() <= room.width(), qPrintable(name));
        }
    }
};

QTEST_MAIN(TestServiceRightsDialog)
#include "tst_servicerightsdialog.moc"
