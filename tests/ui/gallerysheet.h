#pragma once

#include "tests/ui/atrest.h"
#include "tests/ui/mnemonics.h"

#include <QAbstractButton>
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

    const QStringList &wrong() const { return m_wrong; }

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

} // namespace letopis::test
