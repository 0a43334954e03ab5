// The model of a recording's materials, the words for them, and the small pictures.
#include "ui/models/materialmodel.h"
#include "ui/pages/recordings/materialthumbnails.h"
#include "ui/text/materialtext.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

Material material(qint64 id, const QString &name)
{
    MaterialVersion version;
    version.fileName = name;
    version.sizeBytes = 1'200'000;
    version.sha256 = QByteArray::number(id).leftJustified(32, '.');
    version.mimeType = u"application/pdf"_s;
    version.addedBy = u"anna"_s;
    version.addedAt = now.addDays(-1);
    version.isOnServer = true;
    Material one;
    one.id = MaterialId{id};
    one.name = name;
    one.versions = {version};
    return one;
}

QList<Material> three()
{
    return {material(1, u"a.pdf"_s), material(2, u"b.pdf"_s), material(3, u"c.pdf"_s)};
}

QStringList namesIn(const MaterialModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row).data().toString();
    return names;
}

QImage striped(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height(), Qt::red);
    return image;
}

} // namespace

class TestMaterialModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aNewListComesThroughTheModelsOwnSteps()
    {
        MaterialModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setMaterials(three(), now);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QList<Material> next{three()[2], three()[0], material(4, u"d.pdf"_s)};
        next[1].description = u"Slides"_s;
        model.setMaterials(next, now);
        QCOMPARE(namesIn(model), (QStringList{u"c.pdf"_s, u"a.pdf"_s, u"d.pdf"_s}));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(changed.count(), 1);
        model.setMaterials(next, now);
        QCOMPARE(changed.count(), 1); // nothing for what stayed the same
        model.setMaterials({}, now);
        QCOMPARE(model.rowCount(), 0);
    }

    void theTrashIsLastAndCanNeitherBeRenamedNorMoved()
    {
        MaterialModel model;
        QList<Material> materials = three();
        materials[0].isTrashed = true;
        materials[0].trashedAt = now;
        model.setMaterials(materials, now);
        QCOMPARE(namesIn(model).last(), u"a.pdf"_s);
        QCOMPARE(model.order(), (QList<MaterialId>{MaterialId{2}, MaterialId{3}}));
        QVERIFY(!(model.flags(model.index(2)) & (Qt::ItemIsEditable | Qt::ItemIsDragEnabled)));
        QVERIFY(model.index(2).data(MaterialModel::StateRole).toString().startsWith(u"In the trash since"));
    }

    void aMaterialWithoutVersionsIsLeftOutInsteadOfFallingOver()
    {
        MaterialModel model;
        QList<Material> materials = three();
        materials[1].versions.clear();
        model.setMaterials(materials, now);
        QCOMPARE(model.rowCount(), 2);
    }

    void aNewNameIsAskedForAndTheOldOneStaysUntilItIsSo()
    {
        MaterialModel model;
        model.setMaterials(three(), now);
        QSignalSpy asked(&model, &MaterialModel::renameRequested);
        QVERIFY(!model.setData(model.index(1), u"  new.pdf "_s, Qt::EditRole));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<MaterialId>(), MaterialId{2});
        QCOMPARE(asked[0][1].toString(), u"new.pdf"_s);
        QCOMPARE(model.index(1).data().toString(), u"b.pdf"_s);
        model.setData(model.index(1), u"b.pdf"_s, Qt::EditRole);
        model.setData(model.index(1), u"   "_s, Qt::EditRole);
        QCOMPARE(asked.count(), 1);
    }

    void aDropAsksForAnOrder_data()
    {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<int>("before");
        QTest::addColumn<QList<int>>("order"); // ids; empty: nothing is asked
        QTest::newRow("last to the top") << QList<int>{2} << 0 << QList<int>{3, 1, 2};
        QTest::newRow("first to the end") << QList<int>{0} << 3 << QList<int>{2, 3, 1};
        QTest::newRow("below the list") << QList<int>{0} << -1 << QList<int>{2, 3, 1};
        QTest::newRow("two, selected upwards") << QList<int>{2, 1} << 0 << QList<int>{2, 3, 1};
        QTest::newRow("where it is") << QList<int>{1} << 1 << QList<int>{};
        QTest::newRow("just below itself") << QList<int>{1} << 2 << QList<int>{};
    }
    void aDropAsksForAnOrder()
    {
        QFETCH(const QList<int>, rows);
        QFETCH(const int, before);
        QFETCH(const QList<int>, order);
        MaterialModel model;
        model.setMaterials(three(), now);
        QModelIndexList indexes;
        for (const int row : rows)
            indexes += model.index(row);
        const std::unique_ptr<QMimeData> data(model.mimeData(indexes));
        QSignalSpy asked(&model, &MaterialModel::orderRequested);
        QVERIFY(model.dropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
        QCOMPARE(asked.count(), order.isEmpty() ? 0 : 1);
        if (order.isEmpty())
            return;
        QList<int> ids;
        for (const MaterialId id : asked[0][0].value<QList<MaterialId>>())
            ids += static_cast<int>(id.value);
        QCOMPARE(ids, order);
    }

    void whatIsNotOursIsNotDroppedOnTheList()
    {
        MaterialModel model;
        model.setMaterials(three(), now);
        QMimeData text;
        text.setText(u"1"_s);
        QVERIFY(!model.dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
        QMimeData broken;
        broken.setData(model.mimeTypes().first(), "\x01\x02");
        QVERIFY(!model.dropMimeData(&broken, Qt::MoveAction, 0, 0, {}));
        MaterialModel other;
        other.setMaterials({material(77, u"x"_s)}, now);
        const std::unique_ptr<QMimeData> foreign(other.mimeData({other.index(0)}));
        QVERIFY(!model.dropMimeData(foreign.get(), Qt::MoveAction, 0, 0, {}));
    }

    void whatMayNotBeChangedIsNeitherDraggedNorRenamed()
    {
        MaterialModel model;
        model.setMaterials(three(), now);
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(2)}));
        QVERIFY(model.flags(model.index(0)).testFlag(Qt::ItemIsDragEnabled));
        model.setReadOnly(true);
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsEditable));
        QVERIFY(model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
        QSignalSpy asked(&model, &MaterialModel::orderRequested);
        QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
        QVERIFY(asked.isEmpty());
    }

    void everyStateIsSaidInWords_data()
    {
        QTest::addColumn<bool>("isWaiting");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<bool>("isOnServer");
        QTest::addColumn<bool>("isHere");
        QTest::addColumn<QString>("words");
        QTest::newRow("on the server") << false << QString() << true << false << u"On the server"_s;
        QTest::newRow("offline") << false << QString() << true << true << u"On the server, available offline"_s;
        QTest::newRow("waiting") << true << QString() << false << true << u"Waiting to be uploaded"_s;
        QTest::newRow("renamed") << true << QString() << true << true << u"Change waiting for the server"_s;
        QTest::newRow("problem") << true << u"no space"_s << false << true << u"Not on the server yet: no space"_s;
        QTest::newRow("elsewhere") << false << QString() << false << false << u"On another computer"_s;
    }
    void everyStateIsSaidInWords()
    {
        QFETCH(const bool, isWaiting);
        QFETCH(const QString, problem);
        QFETCH(const bool, isOnServer);
        QFETCH(const bool, isHere);
        Material one = material(1, u"a.pdf"_s);
        one.isWaiting = isWaiting;
        one.problem = problem;
        one.versions[0].isOnServer = isOnServer;
        one.versions[0].localFile = isHere ? u"/somewhere"_s : QString();
        MaterialModel model;
        model.setMaterials({one}, now);
        const QString state = model.index(0).data(MaterialModel::StateRole).toString();
        QTEST(state, "words");
        QVERIFY(!model.index(0).data(MaterialModel::StateIconRole).toString().isEmpty());
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().endsWith(state));
    }

    void screenReadersGetTheWholeRow()
    {
        Material one = material(1, u"a.pdf"_s);
        one.description = u"Slides\nof the lecture"_s;
        one.versions += one.versions.first();
        one.versions.last().number = 2;
        MaterialModel model;
        model.setMaterials({one}, now);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 u"a.pdf, Slides of the lecture, Version 2 · 1.2 MB · anna · yesterday 12:00 PM, On the server"_s);
    }

    void namesCannotPretendToBeOthers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("turned round") << u"invoice\u202Efdp.exe"_s << u"invoicefdp.exe"_s;
        QTest::newRow("isolates") << u"\u2066a\u2069.pdf"_s << u"a.pdf"_s;
        QTest::newRow("line break") << u"a\nb.pdf"_s << u"a b.pdf"_s;
        QTest::newRow("control") << u"a\u001b[31m.pdf"_s << u"a[31m.pdf"_s;
        QTest::newRow("only marks") << u"\u200F\u200B"_s << u"Unnamed file"_s;
        QTest::newRow("Hebrew stays") << u"\u05E9\u05DC\u05D5\u05DD.pdf"_s << u"\u05E9\u05DC\u05D5\u05DD.pdf"_s;
        QTest::newRow("HTML is text") << u"<b>x</b>.pdf"_s << u"<b>x</b>.pdf"_s;
    }
    void namesCannotPretendToBeOthers()
    {
        QFETCH(const QString, name);
        QTEST(shownName(name), "shown");
        MaterialModel model;
        model.setMaterials({material(1, name)}, now);
        QTEST(model.index(0).data().toString(), "shown");
        QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"<b>"));
        QCOMPARE(model.index(0).data(Qt::EditRole).toString(), name);
    }

    void whatRunsIsKnownByItsNameAndByItsType_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("runs");
        QTest::newRow("exe") << u"setup.EXE"_s << u"application/octet-stream"_s << true;
        QTest::newRow("exe, Windows drops dots") << u"setup.exe. "_s << QString() << true;
        QTest::newRow("desktop") << u"Notes.desktop"_s << QString() << true;
        QTest::newRow("shell") << u"run.sh"_s << QString() << true;
        QTest::newRow("by type alone") << u"notes"_s << u"application/x-shellscript"_s << true;
        QTest::newRow("ELF") << u"notes.pdf"_s << u"application/x-executable"_s << true;
        QTest::newRow("turned round") << u"notes\u202Efdp.exe"_s << u"application/pdf"_s << true;
        // The file is opened under a name without any of these.
        for (const ushort hidden : std::initializer_list<ushort>{0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x2060, 0x2063, 0x2066, 0xFEFF, 0x061C, 0x180E})
            QTest::addRow("hidden U+%04X", uint(hidden)) << u"notes.e"_s + QChar(hidden) + u"xe"_s << u"application/pdf"_s << true;
        QTest::newRow("hidden behind the ending") << u"notes.exe\u200D"_s << u"application/pdf"_s << true;
        QTest::newRow("cut to it") << QString(196, u'a') + u".exe."_s + QString(60, u'b') << u"application/pdf"_s << true;
        for (const char *ending : {"xll", "msc", "wsc", "rdp", "diagcab", "slk", "xlsb", "library-ms", "search-ms", "appref-ms",
                                   "settingcontent-ms", "AppImage", "command", "terminal", "workflow", "jnlp", "iso", "img", "vhd",
                                   "fileloc", "mobileconfig", "website", "msixbundle"})
            QTest::addRow("ending %s", ending) << u"notes."_s + QString::fromLatin1(ending) << u"application/pdf"_s << true;
        QTest::newRow("macros") << u"plan.docm"_s << QString() << true;
        QTest::newRow("page with scripts") << u"page.html"_s << u"text/html"_s << true;
        QTest::newRow("pdf") << u"slides.pdf"_s << u"application/pdf"_s << false;
        QTest::newRow("no ending") << u"README"_s << u"text/plain"_s << false;
        QTest::newRow("dots in the name") << u"setup.exe.txt"_s << u"text/plain"_s << false;
    }
    void whatRunsIsKnownByItsNameAndByItsType()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, type);
        MaterialVersion version;
        version.fileName = name;
        version.mimeType = type;
        QTEST(isProgram(version), "runs");
    }

    void everyTypeHasItsPicture_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("icon");
        QTest::newRow("pdf") << u"application/pdf"_s << u"file-pdf"_s;
        QTest::newRow("png") << u"image/png"_s << u"file-image"_s;
        QTest::newRow("mp4") << u"video/mp4"_s << u"file-media"_s;
        QTest::newRow("zip") << u"application/zip"_s << u"file-archive"_s;
        QTest::newRow("odp") << u"application/vnd.oasis.opendocument.presentation"_s << u"file-slides"_s;
        QTest::newRow("pptx") << u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s << u"file-slides"_s;
        QTest::newRow("xlsx") << u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s << u"file-table"_s;
        QTest::newRow("docx") << u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s << u"file-text"_s;
        QTest::newRow("script") << u"application/x-shellscript"_s << u"file-program"_s;
        QTest::newRow("nonsense") << u"no/such"_s << u"file"_s;
    }
    void everyTypeHasItsPicture()
    {
        QFETCH(const QString, type);
        MaterialVersion version;
        version.mimeType = type;
        QTEST(materialIcon(version).toString(), "icon");
    }

    void thumbnailsAreMadeOnceForEachContent()
    {
        const QString file = m_directory.filePath(u"once.png"_s);
        QVERIFY(striped({200, 100}).save(file, "png"));
        MaterialThumbnails thumbnails(QStringLiteral(LETOPIS_PREVIEW_PROGRAM));
        QSignalSpy made(&thumbnails, &MaterialThumbnails::made);
        QVERIFY(!thumbnails.begin("a", u"application/zip"_s, 10));
        QVERIFY(!thumbnails.begin("a", u"image/png"_s, qint64(1) << 40));
        QVERIFY(!thumbnails.begin("a", u"image/png"_s, 0));
        QVERIFY(thumbnails.begin("a", u"image/png"_s, 10));
        QVERIFY(!thumbnails.begin("a", u"image/png"_s, 10));
        thumbnails.make("a", file);
        QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 60'000);
        QCOMPARE(made[0][0].toByteArray(), "a");
        thumbnails.forgetAll();
        QVERIFY(thumbnails.begin("a", u"image/png"_s, 10));
    }

    void aThumbnailReachesTheRowsOfItsContent()
    {
        MaterialModel model;
        model.setMaterials(three(), now);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setThumbnail(model.material(1).newest().sha256, striped({10, 10}));
        QCOMPARE(changed.count(), 1);
        QVERIFY(!model.index(1).data(MaterialModel::ThumbnailRole).value<QImage>().isNull());
        QVERIFY(model.index(0).data(MaterialModel::ThumbnailRole).value<QImage>().isNull());
    }

private:
    QTemporaryDir m_directory;
};

QTEST_MAIN(TestMaterialModel)
#include "tst_materialmodel.moc"
