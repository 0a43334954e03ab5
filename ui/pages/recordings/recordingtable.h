#pragma once

#include "ui/widgets/plaintable.h"

namespace letopis {

// The recordings table: sorts by a click on any header, chooses columns in the header's menu, looks sensible at first.
class RecordingTable final : public PlainTable
{
    Q_OBJECT

public:
    explicit RecordingTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    QByteArray headerState() const;
    void restoreHeader(const QByteArray &state); // keeps the first look where it is empty or of another version
    void resetColumns();
    QMenu *makeColumnMenu(QWidget *parent); // check boxes for the columns; the caller shows and owns it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showColumnMenu(const QPoint &position);
    int widthFor(int column, bool withArrow) const;
    void moveArrow(int column);
    void stretchTitle();

    bool m_isTitleStretched = true; // until the person sizes a column
    bool m_isStretching = false;
    int m_sorted = -1; // the column that has room for the arrow
};

} // namespace letopis
