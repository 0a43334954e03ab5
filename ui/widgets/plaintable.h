#pragma once

#include <QTableView>

namespace letopis {

// How all our lists look: room on both sides of every cell, and one height of a row.
void makeRoomy(QAbstractItemView &view, QHeaderView &header);
int plainRowHeight(const QWidget &view);

// A table of whole rows without a grid, as all our lists are: one row selected, Tab leaves it, Ctrl+C copies it as text.
class PlainTable : public QTableView
{
    Q_OBJECT

public:
    explicit PlainTable(QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(const QModelIndex &index); // Enter or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copyRow() const;
};

} // namespace letopis
