#pragma once

#include <QWidget>

class QPushButton;

namespace letopis {

class EmptyState;

// Stands in the place of the details while several recordings are selected: how many, and editing them together.
class SelectionSummary final : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionSummary(QWidget *parent = nullptr);

    void showCounts(int selected, qint64 found); // found: -1 where the selection is all there is, or a part on purpose

Q_SIGNALS:
    void editSelectedRequested();
    void editFoundRequested();

private:
    EmptyState *m_state;
    QPushButton *m_editFound;
};

} // namespace letopis
