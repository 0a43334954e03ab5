#pragma once

#include <QListView>

namespace letopis {

// The list of materials: a row is a thumbnail beside name, description, facts and state; several may be selected, dragging
// changes their order, the name is edited in place. Files from outside are the tab's.
class MaterialList final : public QListView
{
    Q_OBJECT

public:
    explicit MaterialList(QWidget *parent = nullptr);

    bool isEditing() const { return state() == EditingState; }

Q_SIGNALS:
    void opened(); // Enter or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace letopis
