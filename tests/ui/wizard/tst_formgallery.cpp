// Renders the server forms and the player, in both languages, light and dark, to PNG files in LETOPIS_GALLERY_DIR, for
// people to look at; and fails where a text does not fit its label or button.
#include "tests/ui/atrest.h"
#include "tests/ui/mnemonics.h"
#include "core/settings/settings.h"
#include "tests/support/fakequestions.h"
#include "tests/support/fakeworkspace.h"
#include "tests/ui/player/fakeengine.h"
#include "ui/forms/connectionresults.h"
#include "ui/forms/connectionwizard.h"
#include "ui/forms/serverform.h"
#include "ui/forms/trustdialog.h"
#include "ui/pages/servers/serverspage.h"
#include "ui/player/playercontrols.h"
#include "ui/player/playerwindow.h"
#include "ui/player/seekslider.h"
#include "ui/shell/appearance.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>
#include <QVideoFrame>
#include <QVideoSink>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QVideoFrame picture()
{
    QVideoFrame frame(QVideoFrameFormat({640, 360}, QVideoFrameFormat::Format_BGRX8888));
    if (frame.map(QVideoFrame::WriteOnly)) {
        QImage image(frame.bits(0), 640, 360, frame.bytesPerLine(0), QImage::Format_RGB32);
        image.fill(QColor(36, 66, 96));
        QPainter painter(&image);
        painter.setPen(Qt::white);
        painter.drawText(image.rect(), Qt::AlignCenter, u"Σ 1/n²"_s);
        painter.end();
        frame.unmap();
    }
    return frame;
}

const Actor me = ownerActor(u"me"_s, u"Me"_s);

} // namespace

class FormGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLanguagesAreInTheProgram()
    {
        for (const char16_t *const code : {u"ru", u"en"}) {
            QTranslator translator;
            QVERIFY(translator.load(u":/i18n/letopis_%1.qm"_s.arg(QString::fromUtf16(code))));
            QVERIFY(!translator.isEmpty());
        }
    }

    void everyFormIsDrawnWithoutCutText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isDark");
        for (const char *const language : {"en", "ru"}) {
            for (const bool isDark : {false, true})
                QTest::addRow("%s-%s", language, isDark ? "dark" : "light") << QString::fromLatin1(language) << isDark;
        }
    }
    void everyFormIsDrawnWithoutCutText()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, isDark);
        QTranslator translator;
        const QDir folder(qEnvironmentVariable("LETOPIS_TRANSLATIONS"));
        if (translator.load(folder.filePath(u"letopis_%1.qm"_s.arg(language))))
            QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(language));
        QApplication::setStyle(u"Fusion"_s);
        QApplication::setPalette(isDark ? darkPalette() : lightPalette());
        m_suffix = QString::fromLatin1(QTest::currentDataTag());
        m_cut.clear();
        drawWizard();
        drawTrust();
        drawServers();
        drawPlayer();
        QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut.join(u" | "_s)));
    }

private:
    void save(QWidget &widget, const QString &scene)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        QVERIFY2(isAtRest(widget), qPrintable(scene));
        const QString gallery = qEnvironmentVariable("LETOPIS_GALLERY_DIR", u"gallery"_s);
        QVERIFY(QDir().mkpath(gallery));
        QVERIFY(widget.grab().save(QDir(gallery).filePath(u"%1-%2.png"_s.arg(scene, m_suffix))));
        for (const QWidget *child : widget.findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(child);
            const auto *button = qobject_cast<const QPushButton *>(child);
            const bool isLow = label && label->wordWrap() && label->height() < label->heightForWidth(label->width());
            const bool isNarrow =
                button && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width();
            if (child->isVisible() && (isLow || isNarrow))
                m_cut << scene + u": "_s + (label ? label->text() : button->text());
        }
        for (const QString &clash : clashingMnemonics(widget))
            m_cut << scene + u": "_s + clash;
    }

    static UntrustedCertificate certificate()
    {
        return {.host = u"bbb.uni.example"_s,
                .port = 443,
                .sha256 = QByteArray::fromHex("a3f1").repeated(16),
                .subject = u"bbb.uni.example"_s,
                .issuer = u"bbb.uni.example"_s,
                .validFrom = QDateTime(QDate(2026, 1, 10), QTime(8, 0), Qt::UTC),
                .validTo = QDateTime(QDate(2036, 1, 8), QTime(8, 0), Qt::UTC),
                .problems = {CertificateProblem::SelfSigned, CertificateProblem::WrongHost},
                .pem = {}};
    }
    static HostKey hostKey()
    {
        return {.host = u"bbb.uni.example"_s,
                .port = 2222,
                .type = u"ssh-ed25519"_s,
                .sha256 = QByteArray::fromHex("17c4").repeated(16),
                .knownHostsFile = u"/home/anna/.ssh/known_hosts"_s};
    }

    void drawWizard()
    {
        FakeWorkspace workspace;
        FakeQuestions questions;
        workspace.setSecretStoreError(Error{ErrorKind::SecretStoreUnavailable, {}, {}, {}});
        ConnectionReport report;
        report.api = Result<ApiIdentity>(ApiIdentity{
            .apiVersion = u"2.0"_s, .softwareVersion = u"2.7.12"_s, .isScalelite = false, .checksumAlgorithm = {}});
        report.disk = Result<DiskIdentity>(Error{ErrorKind::HostKeyUnknown, {}, u"bbb.uni.example"_s, hostKey()});
        workspace.setConnectionReport(report);
        ConnectionWizard wizard(workspace, me, questions);
        wizard.show();
        save(wizard, u"wizard-1-address"_s);
        auto *next = wizard.findChild<QPushButton *>(u"next"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        save(wizard, u"wizard-2-problems"_s);
        wizard.findChild<QLineEdit *>(u"apiUrl"_s)->setText(u"https://bbb.uni.example/bigbluebutton/"_s);
        wizard.findChild<QLineEdit *>(u"apiSecret"_s)->setText(u"secret"_s);
        wizard.findChild<QLineEdit *>(u"name"_s)->setText(u"Университет"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        wizard.findChild<QCheckBox *>(u"usesSsh"_s)->setChecked(true);
        wizard.findChild<QLineEdit *>(u"sshAddress"_s)->setText(u"letopis@bbb.uni.example:2222"_s);
        save(wizard, u"wizard-3-ssh"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_VERIFY(next->isEnabled());
        save(wizard, u"wizard-4-test"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_VERIFY(wizard.findChild<QCheckBox *>(u"useSecretFile"_s)->isVisible());
        save(wizard, u"wizard-5-save"_s);
    }

    void drawTrust()
    {
        const auto draw = [this](QDialog *dialog, const QString &scene) {
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            dialog->adjustSize();
            save(*dialog, scene);
            delete dialog;
        };
        draw(new CertificateDialog(certificate(), u"Университет"_s), u"trust-1-certificate"_s);
        auto *unknown = new HostKeyDialog(HostKeyDialog::Case::Unknown, hostKey());
        unknown->findChild<QLineEdit *>(u"compare"_s)->setText(opensshFingerprint(hostKey().sha256));
        draw(unknown, u"trust-2-unknown-key"_s);
        draw(new HostKeyDialog(HostKeyDialog::Case::Changed, hostKey()), u"trust-3-changed-key"_s);
    }

    void drawServers()
    {
        FakeWorkspace workspace;
        FakeQuestions questions;
        ServersPage empty(workspace, me, questions);
        empty.resize(820, 560);
        empty.show();
        QTRY_VERIFY(empty.findChild<EmptyState *>()->isVisible()); // the list is read
        save(empty, u"servers-1-empty"_s);
        ConferenceServer server;
        server.name = u"Университет"_s;
        server.apiUrl = QUrl(u"https://bbb.uni.example/bigbluebutton/api/"_s);
        server.lastSyncAt = QDateTime::currentDateTimeUtc().addSecs(-3600);
        server.ssh = parseSshEndpoint(u"letopis@bbb.uni.example:2222"_s).value();
        server.tlsExceptions = {exceptionFor(certificate(), QDateTime::currentDateTimeUtc())};
        workspace.putServer(server);
        ConferenceServer second = server;
        second.id = {};
        second.name = u"meet.acme.example"_s;
        second.lastSyncAt = {};
        second.tlsExceptions.clear();
        workspace.putServer(second);
        ServersPage page(workspace, me, questions);
        page.resize(820, 560);
        page.show();
        QTRY_COMPARE(page.findChild<QTreeWidget *>(u"servers"_s)->topLevelItemCount(), 2);
        save(page, u"servers-2-list"_s);
        ServerForm form(server, workspace, me, questions);
        form.show();
        save(form, u"servers-3-form"_s);
        form.findChild<QTabWidget *>()->setCurrentIndex(1);
        save(form, u"servers-4-form-disk"_s);
    }

    void drawPlayer()
    {
        QTemporaryDir directory;
        FakeWorkspace workspace;
        FakeWorkspace::Entry entry;
        entry.details.row.title = u"Лекция 4. Числовые ряды"_s;
        const RecordingId id = workspace.addEntry(entry);
        workspace.setMedia([](RecordingId, const QString &) {
            auto device = std::make_shared<QBuffer>();
            device->open(QIODevice::ReadOnly);
            return Result<MediaSource>(MediaSource{device, nullptr, u"video.webm"_s, {}});
        });
        Settings settings(directory.filePath(u"s.ini"_s));
        FakeEngine *engine = nullptr;
        PlayerWindow window(workspace, me, settings, nullptr, [&engine] {
            auto made = std::make_unique<FakeEngine>();
            engine = made.get();
            return made;
        });
        window.show();
        window.open(id, u"video"_s);
        QTRY_COMPARE(engine->state(), MediaEngine::State::Playing);
        engine->videoSink()->setVideoFrame(picture());
        engine->moveTo(1'234'000);
        QTest::keyClick(&window, Qt::Key_BracketRight);
        window.findChild<PlayerControls *>()->setBuffered({{0, 0.42}, {0.6, 0.7}});
        save(window, u"player-1-video"_s);
        engine->fail({ErrorKind::Timeout, {}, {}, {}});
        save(window, u"player-2-failed"_s);
        PlayerWindow sound(workspace, me, settings, nullptr, [&engine] {
            auto made = std::make_unique<FakeEngine>();
            engine = made.get();
            engine->showsVideo = false;
            return made;
        });
        sound.show();
        sound.open(id, u"podcast"_s);
        QTRY_COMPARE(engine->state(), MediaEngine::State::Playing);
        engine->moveTo(754'000);
        save(sound, u"player-3-sound"_s);
    }

    QString m_suffix;
    QStringList m_cut;
};

QTEST_MAIN(FormGallery)
#include "tst_formgallery.moc"
