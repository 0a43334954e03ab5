#pragma once

#include <QHeaderView>
#include <QTableView>

namespace letopis {

class ServiceRightsModel;

// A header that wraps its names instead of cutting them: flat, so that it reads as part of the table.
class WrappingHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit WrappingHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

    void setNamesWidth(int width); // of a vertical one
    void updateSize();             // after the sections' widths changed
    QSize sizeHint() const override;

protected:
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    int heightFor(int logicalIndex, int width) const;
    QFont fontOf(int logicalIndex) const;

    int m_namesWidth = 240;
};

// The table of rights: names at its side stay in sight, the columns share what is left, and rows are as high as their
// texts. Moves with the arrow keys, copies what is selected as tab-separated text.
class ServiceRightsTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ServiceRightsTable(ServiceRightsModel &model, QWidget *parent = nullptr);

    void selectFirst(int column); // the first right's cell in this column
    void copyAll() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    int widthNeeded(int column, bool isWide) const;
    void copySelected() const;

    ServiceRightsModel &m_model;
    WrappingHeader *m_roles = nullptr;
    WrappingHeader *m_names = nullptr;
};

} // namespace letopis
