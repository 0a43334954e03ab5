#pragma once

#include <QLabel>

namespace letopis {

// Labels for texts that came from a server: never read as HTML, selectable, wrapped.
QLabel *makeTextLabel(const QString &objectName, QWidget *parent = nullptr);

// Lets a word that is too long for any pane break: for showing only, never for copying.
QString breakable(const QString &text);

// A tool tip is rich text as soon as it looks like HTML; this keeps it literal.
QString plainToolTip(const QString &text);

// One line that shortens itself with "…" and tells the rest in its tool tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    const QString &fullText() const { return m_fullText; }

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_fullText;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace letopis
