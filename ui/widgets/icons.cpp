#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// A resource inside a static library is only there once somebody asks for it; the macro must stand outside namespaces.
static void registerResources()
{
    static const bool isRegistered = [] {
        Q_INIT_RESOURCE(letopis);
        return true;
    }();
    Q_UNUSED(isRegistered)
}

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QColor iconColor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected: return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active: break;
    }
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

// Draws the SVG's `currentColor` in the palette's colour of the moment, hence never needs to be told of a new theme.
class ThemedIconEngine final : public QIconEngine
{
public:
    explicit ThemedIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        QByteArray svg = source();
        svg.replace("currentColor", iconColor(mode).name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = u"letopis:%1:%2x%3:%4"_s.arg(m_name).arg(size.width()).arg(size.height())
                                .arg(iconColor(mode).rgba(), 0, 16);
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect({}, size), mode, state);
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_name); }
    QString key() const override { return u"letopis"_s; }
    bool isNull() override { return source().isEmpty(); }
    QString iconName() override { return m_name; }

private:
    QByteArray source()
    {
        if (m_source.isEmpty()) {
            QFile file(u":/letopis/icons/%1.svg"_s.arg(m_name));
            if (file.open(QIODevice::ReadOnly))
                m_source = file.readAll();
        }
        return m_source;
    }

    QString m_name;
    QByteArray m_source;
};

} // namespace

QIcon themedIcon(QStringView name)
{
    registerResources();
    return QIcon(new ThemedIconEngine(name.toString()));
}

QIcon applicationIcon()
{
    registerResources();
    return QIcon(u":/letopis/letopis.svg"_s);
}

} // namespace letopis
