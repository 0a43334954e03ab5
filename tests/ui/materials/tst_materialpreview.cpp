// Pictures of files by the real helper program: PDF documents and images, friendly and hostile.
#include "ui/pages/recordings/materialpreview.h"
#include "ui/pages/recordings/previewmaker.h"

#include <QtTest>
#include <QtWidgets>

#include <QPdfWriter>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {

const QString helper = QStringLiteral(LETOPIS_PREVIEW_PROGRAM);

// A page that is blue above and green below.
QByteArray pdfDocument(const QPageSize &size = QPageSize(QPageSize::A4))
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(size);
    writer.setPageMargins({});
    QPainter painter(&writer);
    const QRect page(0, 0, writer.width(), writer.height());
    painter.fillRect(page, Qt::green);
    painter.fillRect(page.adjusted(0, 0, 0, -page.height() / 2), Qt::blue);
    painter.end();
    return content;
}

// By hand, for what no writer would write. Without a table of references: readers search for the objects then.
QByteArray handmadePdf(const QByteArray &mediaBox, const QByteArray &kids = "[3 0 R]", const QByteArray &content = "0 0 1 rg 0 0 50 50 re f")
{
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids" + kids
           + ">>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox" + mediaBox + "/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>\nendobj\n"
           + "4 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 50 50]/Resources<</XObject<</X 4 0 R>>>>/Length "
           + QByteArray::number(content.size()) + ">>\nstream\n" + content + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";
}

// What came of it, once something did.
struct Made
{
    bool isDone = false;
    QImage image;

    PreviewMaker::Made listener()
    {
        return [this](const QImage &made) {
            isDone = true;
            image = made;
        };
    }
};

} // namespace

class TestMaterialPreview : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &content)
    {
        QFile made(m_folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("cannot write");
        return made.fileName();
    }
    static QImage blank(const QSize &size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        return image;
    }
    // A helper of another kind, in a shell.
    QString script(const QString &name, const QByteArray &text)
    {
        const QString path = file(name, "#!/bin/sh\n" + text + "\n");
        QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    static QImage made(PreviewMaker &maker, const QString &path, int side)
    {
        Made made;
        maker.make(path, side, made.listener());
        if (!QTest::qWaitFor([&] { return made.isDone; }, 120'000))
            qWarning("nothing came");
        maker.cancelAll();
        return made.image;
    }
    static bool knowsPdf()
    {
        QProcess process;
        process.start(helper, {});
        process.waitForFinished();
        return !process.readAllStandardError().contains("without QtPdf");
    }

private Q_SLOTS:
    void theFirstPageOfAPdfIsShown()
    {
        if (!knowsPdf())
            QSKIP("built without QtPdf");
        PreviewMaker maker(helper);
        const QImage image = made(maker, file(u"a.pdf"_s, pdfDocument()), 200);
        QCOMPARE(image.height(), 200);
        QVERIFY(qAbs(image.width() - 141) <= 1); // A4
        QCOMPARE(image.pixelColor(image.width() / 2, 50), QColor(Qt::blue));
        QCOMPARE(image.pixelColor(image.width() / 2, 150), QColor(Qt::green));
    }

    void imagesAreShownSmallerNeverLarger()
    {
        PreviewMaker maker(helper);
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(m_folder.filePath(u"a.png"_s)));
        QCOMPARE(made(maker, m_folder.filePath(u"a.png"_s), 96).size(), QSize(96, 64));
        QCOMPARE(made(maker, m_folder.filePath(u"a.png"_s), 500).size(), QSize(300, 200));
        QCOMPARE(made(maker, m_folder.filePath(u"a.png"_s), 96).pixelColor(5, 5), QColor(Qt::red));
    }

    void picturesOfSixteenBitsAreShownInEight()
    {
        QImage image(512, 512, QImage::Format_RGBA64);
        QRandomGenerator random(1); // noise: no compression makes it smaller
        random.fillRange(reinterpret_cast<quint32 *>(image.bits()), image.sizeInBytes() / qsizetype(sizeof(quint32)));
        QVERIFY(image.save(m_folder.filePath(u"deep.png"_s)));
        PreviewMaker maker(helper);
        const QImage shown = made(maker, m_folder.filePath(u"deep.png"_s), 512);
        QCOMPARE(shown.size(), image.size());
        QCOMPARE(shown.depth(), 32);
        QVERIFY(shown.hasAlphaChannel());
    }

    void theTimeOfOneThatWasCancelledIsNotThatOfTheNext()
    {
        const QString picture = m_folder.filePath(u"next.png"_s);
        QVERIFY(blank({20, 20}).save(picture));
        const QString copies = script(u"copies"_s, "if read -r line; [ \"$line\" = wait ]; then exec sleep 30; fi; sleep 2; exec cat '"
                                                       + QFile::encodeName(picture) + "'");
        PreviewMaker maker(copies);
        maker.setTimeLimit(std::chrono::milliseconds(300));
        Made first;
        maker.make(file(u"wait"_s, "wait\n"), 100, first.listener());
        maker.cancelAll();
        maker.setTimeLimit(std::chrono::minutes(2));
        Made next;
        maker.make(file(u"go"_s, "go\n"), 100, next.listener());
        // Both the end of the first and its time are due when events are looked at again.
        for (const QDeadlineTimer over(400); !over.hasExpired();) {}
        QTRY_VERIFY_WITH_TIMEOUT(next.isDone, 60'000);
        QCOMPARE(next.image.size(), QSize(20, 20));
        QVERIFY(!first.isDone);
    }

    void picturesOfAShortListOfFormatsBecomeThumbnails_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("thumbnail");
        QTest::newRow("png") << QByteArray("png") << QSize(400, 200) << QSize(96, 48);
        QTest::newRow("jpeg") << QByteArray("jpeg") << QSize(300, 900) << QSize(32, 96);
        QTest::newRow("bmp") << QByteArray("bmp") << QSize(192, 192) << QSize(96, 96);
        QTest::newRow("a line") << QByteArray("png") << QSize(5000, 1) << QSize(96, 1);
        QTest::newRow("small stays small") << QByteArray("png") << QSize(16, 16) << QSize(16, 16);
    }
    void picturesOfAShortListOfFormatsBecomeThumbnails()
    {
        QFETCH(const QByteArray, format);
        QFETCH(const QSize, size);
        const QString picture = m_folder.filePath(u"picture.dat"_s); // the name says nothing
        QVERIFY(blank(size).save(picture, format.constData()));
        PreviewMaker maker(helper);
        QTEST(made(maker, picture, 96).size(), "thumbnail");
    }

    void whatOnlyATrickedDecoderAsksForEndsTheHelper_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"exec", "fork", "socket", "trace", "kill", "memory", "write", "append", "remove"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatOnlyATrickedDecoderAsksForEndsTheHelper()
    {
        QFETCH(const QString, what);
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        const auto run = [&process](const QString &forbidden) {
            process.start(helper, {u"--try-forbidden"_s, forbidden});
            return process.waitForFinished();
        };
        QVERIFY(run(u"nothing"_s));
        if (process.exitCode() == 5)
            QSKIP("this build of the helper is not confined by the system");
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(run(what));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QVERIFY(!QFileInfo::exists(m_folder.filePath(u"letopis-preview-forbidden"_s)));
    }

    void theHelperHasAnEmptyEnvironment()
    {
        const QString seen = m_folder.filePath(u"environment"_s);
        const QString tells = script(u"tells"_s, "tr '\\0' '\\n' < /proc/$$/environ > '" + QFile::encodeName(seen) + "'; exit 1");
        qputenv("LETOPIS_TEST_SECRET", "secret");
        const auto putBack = qScopeGuard([] { qunsetenv("LETOPIS_TEST_SECRET"); });
        PreviewMaker maker(tells);
        QVERIFY(made(maker, file(u"any"_s, "any"), 100).isNull());
        QFile environment(seen);
        QVERIFY(environment.open(QIODevice::ReadOnly));
        QCOMPARE(environment.readAll(), QByteArray());
    }

    void largeImagesAreScaledInSeveralThreadsAllTheSame()
    {
        const QString picture = m_folder.filePath(u"large.bmp"_s);
        QVERIFY(blank({5000, 4000}).save(picture, "bmp"));
        PreviewMaker maker(helper);
        QCOMPARE(made(maker, picture, 1024).size(), QSize(1024, 819));
    }

    void aPdfWithTextInAnyFontIsShown()
    {
        if (!knowsPdf())
            QSKIP("built without QtPdf");
        // A standard font that the document does not bring: the helper looks for one on the system.
        QByteArray document = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
                              "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n";
        const QByteArray content = "BT /F 80 Tf 10 20 Td (W) Tj ET";
        document += "4 0 obj\n<</Length " + QByteArray::number(content.size()) + ">>\nstream\n" + content
                    + "\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/TrueType/BaseFont/Arial>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";
        PreviewMaker maker(helper);
        const QImage image = made(maker, file(u"text.pdf"_s, document), 100);
        QCOMPARE(image.size(), QSize(100, 100));
        bool isInked = false;
        for (int x = 0; x < image.width(); ++x)
            isInked = isInked || image.pixelColor(x, 60).lightness() < 128;
        QVERIFY(isInked);
    }

    void severalAreMadeOneAfterTheOther()
    {
        PreviewMaker maker(helper);
        std::array<Made, 4> all;
        for (size_t i = 0; i < all.size(); ++i) {
            QImage image(10 + int(i), 10, QImage::Format_RGB32);
            image.fill(Qt::red);
            const QString path = m_folder.filePath(u"%1.png"_s.arg(i));
            QVERIFY(image.save(path));
            maker.make(path, 96, all[i].listener());
        }
        for (size_t i = 0; i < all.size(); ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(all[i].isDone, 60'000);
            QCOMPARE(all[i].image.width(), 10 + int(i));
        }
    }

    void hostileFilesShowNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray pdf = pdfDocument();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("just some text");
        QTest::newRow("a script") << QByteArray("#!/bin/sh\ntouch /etc/owned\n");
        QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        QTest::newRow("PDF's head alone") << QByteArray("%PDF-1.7\n");
        QTest::newRow("a tenth of a PDF") << pdf.first(pdf.size() / 10);
        QTest::newRow("PDF with noise") << QByteArray("%PDF-1.7\n") + QByteArray(100'000, '\xAB');
        QTest::newRow("pages in a circle") << handmadePdf("[0 0 50 50]", "[2 0 R]");
        // 60,000 x 60,000 in a few bytes
        QTest::newRow("huge image") << QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea60080000000012345678");
        QTest::newRow("a JPEG's beginning") << QByteArray::fromHex("ffd8ffe000104a464946");
        QTest::newRow("half a PNG") << QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200000010");
    }

    void hostileFilesShowNothing()
    {
        QFETCH(QByteArray, content);
        PreviewMaker maker(helper);
        QVERIFY(made(maker, file(u"hostile"_s, content), 96).isNull());
    }

    // Whatever a reader makes of them, what arrives is small and arrives.
    void absurdDocumentsStayWithinBounds_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a page of 1,000,000 points") << handmadePdf("[0 0 1000000 1000000]");
        QTest::newRow("a page like a thread") << handmadePdf("[0 0 1000000 1]");
        QTest::newRow("numbers beyond all") << handmadePdf("[0 0 1e999 1e999]");
        QTest::newRow("a form within itself") << handmadePdf("[0 0 50 50]", "[3 0 R]", "/X Do /X Do /X Do /X Do");
        QTest::newRow("a million strokes") << handmadePdf("[0 0 50 50]", "[3 0 R]", QByteArray("0 0 m 50 50 l S\n").repeated(1'000'000));
        QTest::newRow("unending states") << handmadePdf("[0 0 50 50]", "[3 0 R]", QByteArray("q 1 0 0 1 0 0 cm ").repeated(500'000));
    }

    void absurdDocumentsStayWithinBounds()
    {
        if (!knowsPdf())
            QSKIP("built without QtPdf");
        QFETCH(QByteArray, content);
        PreviewMaker maker(helper);
        const QImage image = made(maker, file(u"absurd.pdf"_s, content), 96);
        QVERIFY(image.width() <= 96 && image.height() <= 96);
        QVERIFY(!made(maker, file(u"good.pdf"_s, pdfDocument()), 96).isNull()); // the next one is shown all the same
    }

    void withoutTheHelperNothingIsShown()
    {
        PreviewMaker maker(m_folder.filePath(u"missing"_s));
        QVERIFY(made(maker, file(u"a.pdf"_s, pdfDocument()), 96).isNull());
    }

    void aFileThatIsGoneShowsNothing()
    {
        PreviewMaker maker(helper);
        QVERIFY(made(maker, m_folder.filePath(u"gone.png"_s), 96).isNull());
        QVERIFY(made(maker, m_folder.path(), 96).isNull());
    }

    void aHelperThatHangsIsEnded()
    {
        const QString pid = m_folder.filePath(u"pid"_s);
        PreviewMaker maker(script(u"hangs"_s, "echo $$ > '" + pid.toUtf8() + "'; exec sleep 1000"));
        maker.setTimeLimit(std::chrono::milliseconds(1500));
        QVERIFY(made(maker, file(u"a.pdf"_s, pdfDocument()), 96).isNull());
        QFile written(pid);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString process = u"/proc/"_s + QString::fromLatin1(written.readAll().trimmed());
        QTRY_VERIFY(!QFileInfo::exists(process + u"/exe"_s) || QFile::symLinkTarget(process + u"/exe"_s).isEmpty());
    }

    void aHelperThatTalksWithoutEndIsEnded()
    {
        PreviewMaker maker(script(u"talks"_s, "exec yes"));
        QVERIFY(made(maker, file(u"a.pdf"_s, pdfDocument()), 96).isNull());
    }

    void whatAHelperSaysIsCheckedAsWell_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<bool>("isShown");
        const auto png = [](int side) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            QImage image(side, side, QImage::Format_RGB32);
            image.fill(Qt::red);
            image.save(&buffer, "png");
            return bytes;
        };
        QTest::newRow("as agreed") << png(96) << true;
        QTest::newRow("too large") << png(97) << false;
        QTest::newRow("half") << png(96).first(60) << false;
        QTest::newRow("another format") << QByteArray("BM") + QByteArray(200, '\0') << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("too many bytes") << png(96) + QByteArray(500'000, 'x') << false;
    }

    void whatAHelperSaysIsCheckedAsWell()
    {
        QFETCH(QByteArray, said);
        const QImage image = checkedPreview(said, 96);
        QTEST(!image.isNull(), "isShown");
    }

    void cancelledNothingComes()
    {
        Made done;
        PreviewMaker maker(helper);
        const QString path = file(u"a.pdf"_s, pdfDocument());
        maker.make(path, 96, done.listener());
        maker.make(path, 96, done.listener());
        maker.cancelAll();
        QVERIFY(!made(maker, file(u"b.pdf"_s, pdfDocument()), 96).isNull() || !knowsPdf()); // goes on working
        QVERIFY(!done.isDone);
    }

    void theHelperSaysHowItIsCalled()
    {
        QProcess process;
        process.start(helper, {u"5"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("letopis-preview SIDE"));
    }

    void theDialogShowsThePictureAndClosesOnSpace()
    {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(m_folder.filePath(u"a.png"_s)));
        MaterialPreviewDialog dialog(helper, u"a.png"_s);
        dialog.showFile(m_folder.filePath(u"a.png"_s));
        dialog.QDialog::show();
        QTRY_COMPARE_WITH_TIMEOUT(dialog.image().size(), QSize(300, 200), 60'000);
        auto *label = dialog.findChild<QLabel *>(u"preview"_s);
        QVERIFY(!label->pixmap().isNull());
        QVERIFY(label->accessibleName().contains(u"a.png"_s));
        QTest::keyClick(&dialog, Qt::Key_Space);
        QTRY_VERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestMaterialPreview)
#include "tst_materialpreview.moc"
