#pragma once

#include "tests/ui/atrest.h"
#include "tests/ui/mnemonics.h"
#include "tests/ui/uitest.h"
#include "ui/shell/appearance.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QTest>
#include <QWidget>

namespace letopis::test {

// Pictures of windows in LETOPIS_GALLERY_DIR, for people to look at, and what no picture may show: cut text, and two things
// that want one Alt key.
class GallerySheet
{
public:
    // File names: PREFIX-SCENE-SUFFIX.png
    explicit GallerySheet(const QString &prefix) : m_prefix(prefix) {}

    void begin(const QString &suffix)
    {
        m_suffix = suffix;
        m_wrong.clear();
    }

    void save(QWidget &widget, const QString &scene)
    {
        QVERIFY(isAtRest(widget));
        const QDir gallery(qEnvironmentVariable("LETOPIS_GALLERY_DIR", QStringLiteral("gallery")));
        QVERIFY(QDir().mkpath(gallery.path()));
        QVERIFY(widget.grab().save(gallery.filePath(QStringLiteral("%1-%2-%3.png").arg(m_prefix, scene, m_suffix))));
        for (const QWidget *part : widget.findChildren<QWidget *>()) {
            if (part->isVisible() && part->window() == widget.window() && isCut(*part))
                m_wrong << scene + QStringLiteral(": ") + textOf(*part);
        }
        for (const QString &clash : clashingMnemonics(widget))
            m_wrong << scene + QStringLiteral(": ") + clash;
    }

    // Draws a dialog and closes it: what is not stored may go.
    void saveAndClose(QDialog *dialog, const QString &scene, FakeQuestions &questions)
    {
        QVERIFY(dialog);
        save(*dialog, scene);
        close(dialog, questions);
    }
    static void close(QDialog *dialog, FakeQuestions &questions)
    {
        const QPointer<QDialog> alive = dialog;
        questions.setNextAnswer(0);
        dialog->reject();
        QTRY_VERIFY(!alive || !alive->isVisible());
    }

    // The end of every gallery.
    void verify() const { QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QStringLiteral(" | ")))); }

private:
    static QString textOf(const QWidget &part)
    {
        const auto *label = qobject_cast<const QLabel *>(&part);
        const auto *button = qobject_cast<const QAbstractButton *>(&part);
        return label ? label->text() : button ? button->text() : QString();
    }

    static bool isCut(const QWidget &part)
    {
        if (textOf(part).isEmpty())
            return false;
        if (const auto *label = qobject_cast<const QLabel *>(&part); label && label->wordWrap())
            return label->height() < label->heightForWidth(label->width());
        return part.width() < part.minimumSizeHint().width();
    }

    const QString m_prefix;
    QString m_suffix;
    QStringList m_wrong;
};

// How a gallery's pictures look: both languages, light and dark. Installs the look of the test's present row for as long as it
// lives, and begins the sheet.
class GalleryLook
{
public:
    // For the test's _data function.
    static void addRows()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isDark");
        for (const char *const language : {"en", "ru"}) {
            for (const bool isDark : {false, true})
                QTest::addRow("%s-%s", language, isDark ? "dark" : "light") << QString::fromLatin1(language) << isDark;
        }
    }

    explicit GalleryLook(GallerySheet &sheet)
        : m_language(*static_cast<QString *>(QTest::qData("language", qMetaTypeId<QString>())))
    {
        QApplication::setStyle(QStringLiteral("Fusion"));
        const bool isDark = *static_cast<bool *>(QTest::qData("isDark", qMetaTypeId<bool>()));
        QApplication::setPalette(isDark ? darkPalette() : lightPalette());
        sheet.begin(QString::fromLatin1(QTest::currentDataTag()));
    }

private:
    const Language m_language;
};

} // namespace letopis::test
